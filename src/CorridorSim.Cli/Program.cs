using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Verbs;

var root = new RootCommand(
    "CorridorSim simulates how people move when countries sign a migration pact: " +
    "legal channels, irregular routes, waiting times, human cost, and how sure the answer is.")
{
    NewVerb.Create(),
    ValidateVerb.Create(),
    ResolveVerb.Create(),
    SchemaVerb.Create(),
    ParametersVerb.Create(),
    RunVerb.Create(),
    CompareVerb.Create(),
    WhyVerb.Create(),
    ReportVerb.Create(),
    SweepVerb.Create(),
    SensitivityVerb.Create(),
    DiscoverVerb.Create(),
    RobustVerb.Create(),
    OptimiseVerb.Create(),
    CalibrateVerb.Create(),
    BacktestVerb.Create(),
    VerdictsVerb.Create(),
    ListVerb.Create(),
    ShowVerb.Create(),
    ExportVerb.Create(),
    QueryVerb.Create(),
    VerifyVerb.Create(),
    ServeVerb.Create(),
    SiloVerb.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync($"corridorsim: {error.Message} ('corridorsim --help' shows the verbs)");
    }

    return ExitCodes.WrongCommandLine;
}

using var telemetry = Telemetry.StartWhenAsked(parsed.CommandResult.Command.Name);
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception bug)
{
    // What no verb expects is a mistake of ours: it is shown whole.
    await Console.Error.WriteLineAsync($"corridorsim: a mistake in the program, please report it: {bug}");
    return ExitCodes.Bug;
}

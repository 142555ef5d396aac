using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs;

Standard.Install();
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
    PactsVerb.Create(),
    ReportVerb.Create(),
    SweepVerb.Create(),
    SensitivityVerb.Create(),
    DiscoverVerb.Create(),
    RobustVerb.Create(),
    OptimiseVerb.Create(),
    CalibrateVerb.Create(),
    BacktestVerb.Create(),
    RegisterVerb.Create(),
    ScoreVerb.Create(),
    EffectsVerb.Create(),
    RecordVerb.Create(),
    VerdictsVerb.Create(),
    ListVerb.Create(),
    ShowVerb.Create(),
    ExportVerb.Create(),
    QueryVerb.Create(),
    VerifyVerb.Create(),
    RenameVerb.Create(),
    NoteVerb.Create(),
    TagVerb.Create(),
    DeleteVerb.Create(),
    PruneVerb.Create(),
    SignVerb.Create(),
    ServeVerb.Create(),
    SiloVerb.Create(),
};
root.Add(DoctorVerb.Create());
root.Add(CompletionVerb.Create(root));
root.Add(ManVerb.Create(root));

return await new CommandLine(root).RunAsync(args);

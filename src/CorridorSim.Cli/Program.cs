using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Terminal;

Standard.Install();
var root = new RootCommand(
    "CorridorSim simulates how people move when countries sign a migration pact: " +
    "legal channels, irregular routes, waiting times, human cost, and how sure the answer is.");
foreach (var verb in VerbAttribute.CreateAll())
{
    root.Add(verb);
}

return await new CommandLine(root).RunAsync(args);

using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Terminal;

Standard.Install();
var root = new RootCommand(
    "CorridorSim simulates how agreements between countries change migration: " +
    "legal admissions, irregular routes, waiting times and deaths, and how certain the answer is.");
foreach (var verb in VerbAttribute.CreateAll())
{
    root.Add(verb);
}

return await new CommandLine(root).RunAsync(args);

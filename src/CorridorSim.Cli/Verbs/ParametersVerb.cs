using System.CommandLine;
using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Cli.Verbs;

/// <summary>Prints the figures of a world with unit, value, basis and source.</summary>
internal static class ParametersVerb
{
    public static Command Create()
    {
        var pattern = new Argument<string>("pattern") { Description = "part of the path", DefaultValueFactory = _ => string.Empty };
        var folder = new Option<string>("--world") { Description = "folder of the world", DefaultValueFactory = _ => "scenarios/worlds/americas" };
        var verb = new Command("parameters", "print the figures of a world: corridorsim parameters visa") { pattern, folder };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            if (WorldFolder.Load(parsed.GetValue(folder)!, bag) is not { } world)
            {
                return await Outcome.InvalidAsync(bag);
            }

            foreach (var slot in world.Slots.Slots.Where(s => s.Path.Contains(parsed.GetValue(pattern)!, StringComparison.OrdinalIgnoreCase)))
            {
                await Console.Out.WriteLineAsync($"{slot.Path} = {Value(slot.Value)} {slot.Unit}");
                await Console.Out.WriteLineAsync($"    {slot.Meaning}; {slot.Basis}, confidence {slot.Confidence}; {slot.Source}");
            }

            return ExitCodes.Done;
        }));
        return verb;
    }

    private static string Value(Distribution value) => value.Kind switch
    {
        DistributionKind.Constant => value.A.ToString("R", CultureInfo.InvariantCulture),
        DistributionKind.Triangular => string.Create(CultureInfo.InvariantCulture, $"{value.B} (triangular {value.A} to {value.C})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.Kind} {value.A} {value.B}"),
    };
}

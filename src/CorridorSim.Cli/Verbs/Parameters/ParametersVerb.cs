using System.CommandLine;
using System.Globalization;
using System.IO.Enumeration;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Parameters;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

[assembly: Verb<ParametersVerb>(50)]

namespace CorridorSim.Cli.Verbs.Parameters;

/// <summary>Prints the figures of a world with unit, value, basis and source.</summary>
internal sealed class ParametersVerb : IVerb
{
    public static Command Create()
    {
        var pattern = new Argument<string>("pattern") { Description = "part of the path, or a pattern such as channels.*.places", DefaultValueFactory = _ => string.Empty };
        var folder = new Option<string>("--world") { Description = "folder of the world, or name of a shipped one", DefaultValueFactory = _ => WorldOption.Usual };
        var json = JsonOption.Create();
        var verb = new Command("parameters", "print the parameters of a world: corridorsim parameters visa") { pattern, folder, json };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            if (WorldFolder.Load(WorldOption.Folder(parsed.GetValue(folder)!), bag) is not { } world)
            {
                return await Outcome.InvalidAsync(bag);
            }

            var asked = parsed.GetValue(pattern)!;
            InputSlot[] found = [.. world.Slots.Slots.Where(s => Matches(s.Path, asked))];
            if (found.Length == 0)
            {
                return await Outcome.RefuseAsync($"no parameter matches '{asked}'{Suggestion.For(asked, world.Slots.Slots.Select(s => s.Path))}", ExitCodes.InvalidInput);
            }

            if (parsed.GetValue(json))
            {
                await JsonOutput.WriteAsync(new { Parameters = found.Select(Figure) });
                return ExitCodes.Done;
            }

            foreach (var slot in found)
            {
                await Console.Out.WriteLineAsync($"{slot.Path} = {Value(slot.Value)} {slot.Unit}{Range(slot)}");
                await Console.Out.WriteLineAsync($"    {slot.Meaning}; {slot.Basis}, confidence {slot.Confidence}; {slot.Source}");
            }

            return ExitCodes.Done;
        }));
        return verb;
    }

    private static bool Matches(string path, string asked) => asked.AsSpan().IndexOfAny('*', '?') < 0
        ? path.Contains(asked, StringComparison.OrdinalIgnoreCase)
        : FileSystemName.MatchesSimpleExpression(asked, path, ignoreCase: true);

    private static object Figure(InputSlot slot) => new
    {
        slot.Path,
        slot.Meaning,
        slot.Unit,
        Value = slot.Value.Central,
        Distribution = slot.Value.Kind == DistributionKind.Constant ? null : Value(slot.Value),
        Minimum = Bound(slot.Minimum),
        Maximum = Bound(slot.Maximum),
        Basis = slot.Basis.ToString(),
        slot.Confidence,
        slot.Source,
    };

    /// <summary>A bound as people read it; null for none.</summary>
    private static double? Bound(double bound) => double.IsFinite(bound) ? bound : null;

    private static string Range(InputSlot slot) => (Bound(slot.Minimum), Bound(slot.Maximum)) switch
    {
        ({ } least, { } greatest) => string.Create(CultureInfo.InvariantCulture, $" (allowed {least} to {greatest})"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $" (at least {least})"),
        _ => string.Empty,
    };

    private static string Value(Distribution value) => value.Kind switch
    {
        DistributionKind.Constant => value.A.ToString("R", CultureInfo.InvariantCulture),
        DistributionKind.Triangular => string.Create(CultureInfo.InvariantCulture, $"{value.B} (triangular {value.A} to {value.C})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.Kind} {value.A} {value.B}"),
    };
}

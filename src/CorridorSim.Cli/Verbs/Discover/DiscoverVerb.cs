using System.CommandLine;
using System.Globalization;
using CorridorSim.Analysis.Discovery;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Discover;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Writing;
using CorridorSim.Scenarios.Yaml;

[assembly: Verb<DiscoverVerb>(130)]

namespace CorridorSim.Cli.Verbs.Discover;

/// <summary>Finds rules under which a target holds.</summary>
internal sealed class DiscoverVerb : IVerb
{
    private const int MostBoxes = 12;

    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "sweep: identifier, its start, the id of its file, or latest" };
        var target = new Option<string>("--target") { Description = "such as \"deaths < 6000 and legal-share > 0.3\"", Required = true };
        var share = Strict.Share("--share", "share of replicates in which it has to hold, above 0, up to 1", 0.5);
        var coverage = Strict.Share("--coverage", "share of the hits that the rule keeps; the best balance unless told", mayBeZero: true);
        var emit = new Option<string?>("--emit") { Description = "write the scenario of the rule to this file" };
        var runs = StoreOption.Create();
        var json = new Option<bool>("--json") { Description = "print one JSON document" };
        var verb = new Command("discover", "find the conditions under which a target is met: corridorsim discover latest --target \"deaths < 6000\"")
        {
            run, target, share, coverage, emit, runs, json,
        };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var sweep = new SweepStore(parsed.Store(runs)).Open(parsed.GetValue(run)!);
            var table = SweepTable.Read(sweep);
            var found = new DiscoverStudy(table).Search(
                Target.Parse(parsed.GetValue(target)!, table), parsed.GetValue(share), parsed.GetValue(coverage));
            await (parsed.GetValue(json) ? WriteJsonAsync(table, found) : WriteTextAsync(table, found));
            if (parsed.GetValue(emit) is { } file)
            {
                // A scenario extends files beside it or below it only, wherever the sweep has found its base.
                var basis = Path.GetFileName(BaseOf(sweep));
                OutputFile.Write(file, new RuleScenario(table, basis).Write(ScenarioDraft.IdOf(file, "rule"), found));
                var isBeside = File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, basis));
                await Console.Error.WriteLineAsync(isBeside ? $"wrote {file}" : $"wrote {file}; it extends {basis}, which has to lie beside it: move it to that folder to run it");
            }

            return ExitCodes.Done;
        }));
        return verb;
    }

    private static string BaseOf(StoredSweep sweep) =>
        (YamlReader.Parse(File.ReadAllText(sweep.Checked(StoredSweep.SweepFile)), StoredSweep.SweepFile, new DiagnosticBag())?["base"] as YamlText)?.Text
        ?? $"{sweep.Manifest.Scenario}.yaml";

    private static Task WriteJsonAsync(SweepTable table, DiscoveryResult found) => JsonOutput.WriteAsync(new
    {
        RunId = table.Manifest.Id,
        Target = found.Target.Text,
        found.Share,
        found.Points,
        found.Hits,
        found.LeftOut,
        Rule = new
        {
            found.Rule.Box.Coverage,
            found.Rule.Box.Density,
            found.Rule.Box.Mass,
            Lines = found.Rule.Box.Restrictions.Select((r, i) => new
            {
                Factor = table.Factors[r.Factor].Id,
                table.Factors[r.Factor].Kind,
                table.Factors[r.Factor].Path,
                r.Lower,
                r.Upper,
                QuasiP = found.Rule.QuasiP[i],
                Words = found.Rule.Lines[i],
            }),
        },
        Trajectory = found.Trajectory.Boxes.Select(b => new { b.Coverage, b.Density, b.Mass, Restrictions = b.RestrictedDimensions }),
    });

    private static async Task WriteTextAsync(SweepTable table, DiscoveryResult found)
    {
        var box = found.Rule.Box;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Target.Text}, in at least {Figures.Percent(found.Share)} of {table.Manifest.Replicates} simulations: {found.Hits} of {found.Points} points ({Figures.Percent((double)found.Hits / found.Points)})"));
        if (found.LeftOut > 0)
        {
            await Console.Out.WriteLineAsync($"{found.LeftOut} more points are left out: in none of their simulations there is a figure to judge by");
        }

        await Console.Out.WriteLineAsync($"It holds in {Figures.Percent(box.Density)} of the points, and {Figures.Percent(box.Coverage)} of all hits are among them, where");
        for (var line = 0; line < found.Rule.Lines.Count; line++)
        {
            await Console.Out.WriteLineAsync($"  {found.Rule.Lines[line]}   (quasi-p {found.Rule.QuasiP[line].ToString("0.###", CultureInfo.InvariantCulture)})");
        }

        await Console.Out.WriteLineAsync("The trade-off, from all points to the narrowest rule (coverage: share of hits kept; density: share of hits within):");
        var trajectory = new TerminalTable(">coverage", ">density", ">share of points", ">factors named");
        var boxes = found.Trajectory.Boxes;
        foreach (var i in Enumerable.Range(0, Math.Min(MostBoxes, boxes.Count)).Select(k => k * (boxes.Count - 1) / Math.Max(1, Math.Min(MostBoxes, boxes.Count) - 1)).Distinct())
        {
            trajectory.Add(
                Figures.Percent(boxes[i].Coverage), Figures.Percent(boxes[i].Density), Figures.Percent(boxes[i].Mass),
                boxes[i].RestrictedDimensions.ToString(CultureInfo.InvariantCulture));
        }

        trajectory.Write();
    }
}

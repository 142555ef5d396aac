using System.CommandLine;
using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Sensitivity;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Sensitivity;
using CorridorSim.Runs.Store;

[assembly: Verb<SensitivityVerb>(120)]

namespace CorridorSim.Cli.Verbs.Sensitivity;

/// <summary>Ranks the factors of a sweep by importance.</summary>
internal sealed class SensitivityVerb : IVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "sweep: identifier, its start, the id of its file, or latest" };
        var method = Strict.Choice<SensitivityMethod>("--method", "morris, sobol or pawn; as the design is made for unless told");
        var indicators = new Option<string[]>("--indicator") { Description = "recorded indicator; all unless told; may be repeated" };
        var overTime = new Option<bool>("--over-time") { Description = "also for each period that the sweep recorded" };
        var runs = StoreOption.Create();
        var json = new Option<bool>("--json") { Description = "print one JSON document" };
        var verb = new Command("sensitivity", "show which inputs matter most: corridorsim sensitivity latest") { run, method, indicators, overTime, runs, json };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var table = SweepTable.Read(new SweepStore(parsed.Store(runs)).Open(parsed.GetValue(run)!));
            var study = new SensitivityStudy(table);
            string[] names = parsed.GetValue(indicators) is { Length: > 0 } asked ? asked : [.. table.Columns.Select(c => c.Name).Distinct()];
            SensitivityResult[] results = [.. names.SelectMany(name => Results(study, table, name, parsed.GetValue(method), parsed.GetValue(overTime)))];
            await (parsed.GetValue(json) ? WriteJsonAsync(table, results) : WriteTextAsync(table, results));
            return ExitCodes.Done;
        }));
        return verb;
    }

    private static IEnumerable<SensitivityResult> Results(SensitivityStudy study, SweepTable table, string name, SensitivityMethod? method, bool overTime) =>
        overTime ? [study.Rank(table.ColumnOf(name), method), .. study.OverTime(name, method)] : [study.Rank(table.ColumnOf(name), method)];

    private static Task WriteJsonAsync(SweepTable table, SensitivityResult[] results) => JsonOutput.WriteAsync(new
    {
        RunId = table.Manifest.Id,
        Design = table.Manifest.Design.Kind,
        Results = results.Select(r => new
        {
            Method = r.Method.ToString().ToLowerInvariant(),
            r.Column.Indicator,
            r.Column.Name,
            r.Column.Unit,
            r.Column.Period,
            r.Used,
            r.LeftOut,
            r.Noise,
            Factors = r.Factors.Select(f => new
            {
                Factor = f.Factor.Id,
                f.Factor.Kind,
                f.Factor.Path,
                f.Importance,
                f.Lower,
                f.Upper,
                f.Second,
                f.SecondLower,
                f.SecondUpper,
                f.Mu,
            }),
        }),
    });

    private static async Task WriteTextAsync(SweepTable table, SensitivityResult[] results)
    {
        await Console.Out.WriteLineAsync($"{table.Manifest.Title}: {table.Count} points, design {table.Manifest.Design.Kind}; each figure is the mean over {table.Manifest.Replicates} simulations");
        foreach (var result in results)
        {
            await Console.Out.WriteLineAsync();
            await Console.Out.WriteLineAsync($"{result.Column.Indicator}, {result.Column.Unit}, {result.Column.Period}: {Explanation(result)}");
            if (result.LeftOut > 0)
            {
                await Console.Out.WriteLineAsync($"{result.LeftOut} left out, where no simulation has the figure ({UndefinedFigure.Of(IndicatorName.Parse(result.Column.Name)).Nobody})");
            }

            Table(result).Write();
        }
    }

    private static string Explanation(SensitivityResult result) => result.Method switch
    {
        SensitivityMethod.Morris => "mu* is how far the figure moves along a factor's whole range, sigma how much that depends on the rest",
        SensitivityMethod.Sobol => "share of variance: in total with all interactions, and by the factor alone",
        _ => string.Create(CultureInfo.InvariantCulture, $"how far a factor shifts the distribution, 0 to 1; up to {result.Noise:0.###} is chance"),
    };

    private static TerminalTable Table(SensitivityResult result)
    {
        string[] headings = result.Method switch
        {
            SensitivityMethod.Morris => ["factor", "kind", ">mu*", ">90% interval", ">sigma", ">mu"],
            SensitivityMethod.Sobol => ["factor", "kind", ">total", ">90% interval", ">alone", ">90% interval"],
            _ => ["factor", "kind", ">median shift", ">90% interval", ">greatest shift", ">90% interval"],
        };
        var table = new TerminalTable(headings);
        foreach (var f in result.Factors)
        {
            table.Add(
                f.Factor.Id,
                f.Factor.Kind,
                Figures.Number(f.Importance),
                $"{Figures.Number(f.Lower)} to {Figures.Number(f.Upper)}",
                Figures.Number(f.Second),
                result.Method == SensitivityMethod.Morris ? Figures.Signed(f.Mu) : $"{Figures.Number(f.SecondLower)} to {Figures.Number(f.SecondUpper)}");
        }

        return table;
    }
}

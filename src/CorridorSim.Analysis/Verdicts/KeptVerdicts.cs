using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CorridorSim.Runs.Files;

namespace CorridorSim.Analysis.Verdicts;

/// <summary>The two tables of a set of scenarios: what they conclude, and the hash of each result.</summary>
/// <param name="Verdicts">Lines of the table of conclusions, with its header.</param>
/// <param name="Results">Lines of the table of result hashes, with its header.</param>
public sealed record KeptVerdicts(IReadOnlyList<string> Verdicts, IReadOnlyList<string> Results)
{
    private const string VerdictsFile = "verdicts.csv";
    private const string ResultsFile = "results.csv";
    private const string ReasonsFile = "reasons.csv";
    private const string ReasonsHeader = "date,tables,reason";
    private const int HashLetters = 16;

    /// <summary>First letters of the hash of both tables: what a reason is given for.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(Verdicts) + Text(Results))))[..HashLetters];

    /// <summary>The scenarios that were run, and how many replicates of each.</summary>
    public IReadOnlyList<(string Scenario, string Replicates)> Runs => [.. Results.Skip(1).Select(l => l.Split(',')).Where(c => c.Length > 1).Select(c => (c[0], c[1]))];

    /// <summary>Reads them from a folder.</summary>
    /// <exception cref="StudyException">The folder does not hold both tables.</exception>
    public static KeptVerdicts Load(string folder)
    {
        return new KeptVerdicts(Read(VerdictsFile), Read(ResultsFile));

        string[] Read(string file)
        {
            var path = Path.Combine(folder, file);
            return File.Exists(path)
                ? File.ReadAllLines(path)
                : throw new StudyException($"there is no {path}; write it with 'verdicts FILE... --out {folder} --reason TEXT'");
        }
    }

    /// <summary>These tables among those of a folder: of scenarios that were not run the lines stay as they were kept, and new scenarios come last.</summary>
    /// <param name="folder">The folder; these tables alone when it holds none.</param>
    /// <exception cref="StudyException">The folder holds one table only, or tables with other columns.</exception>
    public KeptVerdicts Among(string folder)
    {
        if (!File.Exists(Path.Combine(folder, VerdictsFile)) && !File.Exists(Path.Combine(folder, ResultsFile)))
        {
            return this;
        }

        var kept = Load(folder);
        return kept.Verdicts is [var verdicts, ..] && kept.Results is [var results, ..] && verdicts == Verdicts[0] && results == Results[0]
            ? new KeptVerdicts(Merge(kept.Verdicts, Verdicts), Merge(kept.Results, Results))
            : throw new StudyException($"the tables of {folder} have other columns than those of this version; move them away and write all scenarios anew");

        string[] Merge(IReadOnlyList<string> before, IReadOnlyList<string> now)
        {
            var found = now.Skip(1).ToLookup(Scenario);
            var run = Results.Skip(1).Select(Scenario).ToHashSet(StringComparer.Ordinal);
            var order = before.Skip(1).Concat(now.Skip(1)).Select(Scenario).Distinct();
            var left = before.Skip(1).Where(l => !run.Contains(Scenario(l))).ToLookup(Scenario);
            return [now[0], .. order.SelectMany(s => run.Contains(s) ? found[s] : left[s])];
        }
    }

    /// <summary>Whether the last reason in a folder was given for these tables.</summary>
    public bool HasReason(string folder)
    {
        var path = Path.Combine(folder, ReasonsFile);
        return File.Exists(path) && File.ReadLines(path).LastOrDefault()?.Split(',') is [_, var hash, ..] && hash == Hash;
    }

    /// <summary>Writes them into a folder with a line of reason, each whole or as it was.</summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="reason">Why the tables are as they are now, one line.</param>
    /// <param name="today">The date of the reason.</param>
    public void Save(string folder, string reason, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reason);
        Directory.CreateDirectory(folder);
        var reasons = Path.Combine(folder, ReasonsFile);
        var before = File.Exists(reasons) ? File.ReadAllText(reasons) : ReasonsHeader + "\n";
        var date = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        DurableFile.Write(Path.Combine(folder, VerdictsFile), Text(Verdicts));
        DurableFile.Write(Path.Combine(folder, ResultsFile), Text(Results));
        DurableFile.Write(reasons, $"{before}{date},{Hash},\"{reason.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
    }

    /// <summary>
    /// What changed since these were kept, a sentence each: conclusions, then figures, then results whose bits changed. Scenarios
    /// that were not run are left out.
    /// </summary>
    public IReadOnlyList<string> Differences(KeptVerdicts found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var results = Results.ToHashSet(StringComparer.Ordinal);
        var (conclusions, figures) = Changes(found);
        return
        [
            .. conclusions,
            .. figures,
            .. found.Results.Skip(1).Where(r => !results.Contains(r)).Select(r => $"{Scenario(r)}: other numbers than were kept (result {r.Split(',')[^1]})"),
        ];
    }

    /// <summary>Conclusions that changed since these were kept, and figures that moved and left their conclusion as it was, of the scenarios that were run.</summary>
    public (IReadOnlyList<string> Conclusions, IReadOnlyList<string> Figures) Changes(KeptVerdicts found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var run = found.Results.Skip(1).Select(Scenario).ToHashSet(StringComparer.Ordinal);
        return VerdictTable.Changes([.. Verdicts.Where(v => run.Contains(Scenario(v)))], [.. found.Verdicts.Skip(1)]);
    }

    private static string Scenario(string line) => line.Split(',')[0];

    private static string Text(IReadOnlyList<string> lines) => string.Join('\n', lines) + "\n";
}

using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>Reads comparison files, <c>*.compare.yaml</c>: a baseline, what is compared with it, indicators, thresholds.</summary>
public static class ComparisonFile
{
    /// <summary>End of the name of a comparison file.</summary>
    public const string Ending = ".compare.yaml";

    /// <summary>Figures of an effect that a threshold can watch, the usual one first.</summary>
    public static IReadOnlyList<string> Statistics { get; } = ["difference", "p05", "p95", "mean", "relative", "share", "base", "other"];

    private const double Greatest = 1e12;
    private const int MostRuns = 64;

    /// <summary>Reads a file; reports what is wrong and returns null.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static ComparisonText? Load(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return YamlReader.Read(path, path, bag) is { } map ? Read(map, path, bag) : null;
    }

    private static ComparisonText? Read(YamlMap map, string path, DiagnosticBag bag)
    {
        var root = new MapReader(map, bag);
        root.Allow("corridorsim", "id", "title", "baseline", "runs", "indicators", "at", "ensemble", "thresholds");
        if (root.Whole("corridorsim", 1, 1) is null && map["corridorsim"] is null)
        {
            root.Report(map, "the first key must be 'corridorsim: 1', the version of the format");
        }

        var ensemble = root.Child("ensemble");
        ensemble?.Allow("replicates", "seed");
        var baseline = root.Text("baseline", true);
        var runs = root.Names("runs");
        if (runs.Count is 0 or > MostRuns)
        {
            root.Report(map["runs"] ?? map, $"'runs' names {runs.Count} scenarios or runs; list 1 to {MostRuns}");
        }

        var folder = Path.GetDirectoryName(path) ?? string.Empty;
        var comparison = new ComparisonText
        {
            Id = root.Text("id", true) ?? string.Empty,
            Title = root.Text("title") ?? root.Text("id") ?? string.Empty,
            Baseline = baseline is null ? string.Empty : Place(folder, (YamlText)map["baseline"]!, bag),
            Runs = [.. runs.Select(r => Place(folder, r, bag))],
            Indicators = [.. root.Names("indicators").Select(i => i.Text)],
            At = root.Text("at"),
            Replicates = ensemble?.Whole("replicates", 1, Experiment.MaxReplicates),
            Seed = (long?)ensemble?.Seed(),
            Thresholds = [.. root.Children("thresholds").Select(t => Threshold(t.Key, t.Value)).OfType<ThresholdText>()],
        };
        return bag.HasErrors ? null : comparison;
    }

    /// <summary>Files are named from the folder of the comparison; anything else is a run.</summary>
    private static string Place(string folder, YamlText reference, DiagnosticBag bag)
    {
        if (!reference.Text.EndsWith(".yaml", StringComparison.Ordinal))
        {
            return reference.Text;
        }

        var path = Path.Combine(folder, reference.Text);
        if (!File.Exists(path))
        {
            bag.Add(reference.File, reference.Line, reference.Column, $"there is no scenario file '{reference.Text}' beside the comparison; check the name");
        }

        return path;
    }

    private static ThresholdText? Threshold(YamlText key, MapReader threshold)
    {
        threshold.Allow("indicator", "statistic", "above", "below");
        var indicator = threshold.Text("indicator", true);
        var statistic = threshold.Text("statistic") ?? Statistics[0];
        if (!Statistics.Contains(statistic))
        {
            threshold.Report(threshold.Map["statistic"]!, $"unknown statistic '{statistic}'{Suggestion.For(statistic, Statistics)}");
        }

        var above = threshold.Number("above", -Greatest, Greatest);
        var below = threshold.Number("below", -Greatest, Greatest);
        if (threshold.Map["above"] is null == threshold.Map["below"] is null)
        {
            threshold.Report(key, $"the threshold '{key.Text}' needs either 'above' or 'below', and not both");
        }

        return indicator is null || (above ?? below) is not { } level ? null : new ThresholdText(key.Text, indicator, statistic, above is not null, level);
    }
}

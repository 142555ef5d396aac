using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>Reads comparison files, <c>*.compare.yaml</c>: a baseline, what is compared with it, indicators, thresholds.</summary>
public static class ComparisonFile
{
    /// <summary>End of the name of a comparison file.</summary>
    public const string Ending = ".compare.yaml";

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
        root.Allow(ComparisonKeys.All);
        root.DemandVersion();
        var id = root.Identifier();
        var ensemble = root.Child(ComparisonKeys.Ensemble.Name);
        ensemble?.Allow(ComparisonKeys.Ensemble.Keys());
        var baseline = root.Text(ComparisonKeys.Baseline);
        var runs = root.Names(ComparisonKeys.Runs.Name);
        if (runs.Count is 0 or > MostRuns)
        {
            root.Report(map[ComparisonKeys.Runs.Name] ?? map, $"'runs' names {runs.Count} scenarios or runs; list 1 to {MostRuns}");
        }

        var folder = Path.GetDirectoryName(path) ?? string.Empty;
        var comparison = new ComparisonText
        {
            Id = id,
            Title = root.Text(CommonKeys.Title) ?? id,
            Baseline = baseline is null ? string.Empty : Place(folder, (YamlText)map[ComparisonKeys.Baseline.Name]!, bag),
            Runs = [.. runs.Select(r => Place(folder, r, bag))],
            Indicators = [.. root.Names(ComparisonKeys.Indicators.Name).Select(i => i.Text)],
            At = root.Text(ComparisonKeys.At),
            Replicates = ensemble.WholeIfAny(ComparisonKeys.Replicates),
            Seed = (long?)ensemble?.Seed(ComparisonKeys.Seed.Name),
            Thresholds = [.. root.Children(ComparisonKeys.Thresholds.Name).Select(t => Threshold(t.Key, t.Value)).OfType<ThresholdText>()],
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
        threshold.Allow(ComparisonKeys.Thresholds.Keys());
        var indicator = threshold.Text(ComparisonKeys.Indicator);
        var statistic = threshold.Choice(ComparisonKeys.Statistic);
        var above = threshold.Number(ComparisonKeys.Above);
        var below = threshold.Number(ComparisonKeys.Below);
        if (threshold.Map[ComparisonKeys.Above.Name] is null == threshold.Map[ComparisonKeys.Below.Name] is null)
        {
            threshold.Report(key, $"the threshold '{key.Text}' needs either 'above' or 'below', and not both");
        }

        return indicator is null || (above ?? below) is not { } level ? null : new ThresholdText(key.Text, indicator, statistic, above is not null, level);
    }
}

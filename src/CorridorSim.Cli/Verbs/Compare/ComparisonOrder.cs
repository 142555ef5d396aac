using CorridorSim.Analysis.Effects;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Cli.Verbs.Compare;

/// <summary>What is to be compared, from the command line or a comparison file.</summary>
/// <param name="Base">A scenario file, or a run.</param>
/// <param name="Others">What is compared with it.</param>
/// <param name="Indicators">Indicators; the headline when empty.</param>
/// <param name="At">Months; all common ones when null.</param>
/// <param name="Settings">Values that replace those of scenario files.</param>
/// <param name="FailIf">Conditions on effects that end the verb with their own exit code.</param>
internal sealed record ComparisonOrder(
    string Base,
    IReadOnlyList<string> Others,
    IReadOnlyList<IndicatorPattern> Indicators,
    Period? At,
    IReadOnlyList<string> Settings,
    IReadOnlyList<EffectCondition> FailIf)
{
    /// <summary>The order with everything that a comparison file adds; what the command line says wins.</summary>
    public static ComparisonOrder Of(ComparisonText file, ComparisonOrder line)
    {
        var settings = new List<string>();
        if (file.Replicates is { } replicates)
        {
            settings.Add(FormattableString.Invariant($"ensemble.replicates={replicates}"));
        }

        if (file.Seed is { } seed)
        {
            settings.Add(FormattableString.Invariant($"ensemble.seed={seed}"));
        }

        return line with
        {
            Base = file.Baseline,
            Others = file.Runs,
            Indicators = line.Indicators.Count > 0 ? line.Indicators : [.. file.Indicators.Select(i => new IndicatorPattern(i))],
            At = line.At ?? (file.At is null ? null : Period.TryParse(file.At)),
            Settings = [.. settings, .. line.Settings],
            FailIf = [.. line.FailIf, .. file.Thresholds.Select(Condition)],
        };
    }

    private static EffectCondition Condition(ThresholdText threshold)
    {
        var clause = new EffectClause(threshold.Statistic, IndicatorName.Parse(threshold.Indicator), threshold.Above ? ">" : "<", threshold.Level);
        return new EffectCondition($"{threshold.Id}: {clause}", [[clause]]);
    }
}

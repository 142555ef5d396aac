using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Cli.Reports;

/// <summary>Indicators and effects as the verbs print them with <c>--json</c>.</summary>
internal static class EffectJson
{
    /// <summary>A level.</summary>
    public static object Of(IndicatorValues values)
    {
        var band = values.Band;
        return new
        {
            Indicator = values.Name,
            Name = values.Key,
            values.Unit,
            Period = values.Period.ToString(),
            band.Median,
            P05 = band.Lower,
            P95 = band.Upper,
            values.Defined,
            Gap = values.Gap.Length > 0 ? values.Gap : null,
        };
    }

    /// <summary>An effect.</summary>
    public static object Of(Effect effect) => new
    {
        Indicator = effect.Other.Name,
        Name = effect.Other.Key,
        effect.Other.Unit,
        Period = effect.Other.Period.ToString(),
        effect.BaseMedian,
        effect.OtherMedian,
        DifferenceMedian = effect.Summary.Median,
        effect.Summary.P05,
        effect.Summary.P95,
        effect.Summary.ShareSameSign,
        effect.Summary.Positive,
        effect.Summary.Negative,
        effect.Summary.Unchanged,
        Verdict = effect.Summary.Verdict.Name(),
        effect.IsTiny,
        effect.Summary.ReplicatesToTell,
        Gap = effect.Gap.Length > 0 ? effect.Gap : null,
    };
}

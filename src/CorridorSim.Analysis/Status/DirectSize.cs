using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Status;

/// <summary>
/// An effect that is its own assumption: nearly all of it is an assumed size put to what it acts on, a factor on the deaths of a
/// leg or places that are all taken. It grows in proportion to the size: its elasticity is 1.
/// </summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Provision">The provision, as <c>instrument/provision</c>.</param>
/// <param name="Size">Its size as assumed.</param>
/// <param name="Share">The part of the median effect that is the size itself.</param>
/// <param name="IsFactor">True for a factor, whose effect grows with its distance from 1; false for places.</param>
public sealed record DirectSize(IndicatorName Indicator, string Provision, double Size, double Share, bool IsFactor)
{
    /// <summary>Part of an effect from which on it is told as its own assumption; beyond its inverse something else works against it.</summary>
    public const double LeastShare = 0.9;

    /// <summary>Finds them among the assumed provisions of the first scenario of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="status">What became of the scenario's agreements.</param>
    public static IReadOnlyList<DirectSize> Of(Experiment experiment, IEnsemble baseline, IEnsemble scenario, IReadOnlyList<AgreementStatus> status)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(status);
        var settings = experiment.Variants[0].Settings.ToDictionary(s => s.Slot, s => s.Value);
        var assumed =
            from instrument in experiment.World.Instruments
            where status.Any(s => s.Instrument == instrument.Id)
            from provision in instrument.Provisions
            where experiment.World.Slots[provision.Size.Index].Basis == InputBasis.Assumed
            select (Place: $"{instrument.Id}/{provision.Id}", Provision: provision, Size: settings.GetValueOrDefault(provision.Size, experiment.World.Slots[provision.Size.Index].Value).Central);
        return
        [
            .. assumed.Select(a => a.Provision.Combination == Combination.Multiply
                    ? OfDanger(experiment, baseline, scenario, a.Place, a.Provision, a.Size)
                    : OfPlaces(status, a.Place, a.Size))
                .OfType<DirectSize>().Where(d => d.Share is >= LeastShare and <= 1 / LeastShare),
        ];
    }

    private static DirectSize? OfPlaces(IReadOnlyList<AgreementStatus> status, string place, double size)
    {
        var clause = status.Where(s => place.StartsWith(s.Instrument + '/', StringComparison.Ordinal)).SelectMany(s => s.Clauses).FirstOrDefault(c => place.EndsWith('/' + c.Provision, StringComparison.Ordinal));
        return clause?.TakenUp is { } taken && clause.With.Count == 0 && clause.Delivered.Median > 0
            ? new DirectSize(IndicatorName.Parse(clause.Where), place, size, taken.Median / clause.Delivered.Median, false)
            : null;
    }

    private static DirectSize? OfDanger(Experiment experiment, IEnsemble baseline, IEnsemble scenario, string place, Provision provision, double size)
    {
        var targets = provision.Targets.ToHashSet();
        var world = experiment.World;
        string[] legs =
        [
            .. world.Legs.Where(l => targets.Contains(l.DeathProbability))
                .SelectMany(l => new[] { l.Id, $"{Code(l.Origin)}>{Code(l.Destination)}" }).Distinct(),
        ];
        var (deaths, delivery) = (new IndicatorReader(baseline), new IndicatorReader(scenario));
        var keys = baseline.Series.Where(s => s.Key.Variable == Indicators.Deaths && s.Key.Nationality == SeriesKey.All && legs.Contains(s.Key.Where)).Select(s => s.Key.Where).ToArray();
        if (keys.Length == 0 || scenario.Series.All(s => s.Key != new SeriesKey(Indicators.Delivery, place, SeriesKey.All)))
        {
            return null;
        }

        var weights = delivery.Monthly(new IndicatorName(Indicators.Delivery, place));
        var direct = new double[Math.Min(baseline.Replicates, scenario.Replicates)];
        foreach (var monthly in keys.Select(k => deaths.Monthly(new IndicatorName(Indicators.Deaths, k))))
        {
            for (var k = 0; k < direct.Length; k++)
            {
                direct[k] += monthly[k].Zip(weights[k], (d, w) => d * w * (size - 1)).Sum();
            }
        }

        var effect = new Comparison(baseline, scenario).On(new IndicatorName(Indicators.Deaths));
        return effect is { IsDefined: true, Summary.Median: not 0 }
            ? new DirectSize(new IndicatorName(Indicators.Deaths), place, size, Statistics.Quantiles.Median(Statistics.Quantiles.WithoutNaN(direct)) / effect.Summary.Median, true)
            : null;

        string Code(int at) => world.Countries[world.Places[at].Country.Index].Code;
    }
}

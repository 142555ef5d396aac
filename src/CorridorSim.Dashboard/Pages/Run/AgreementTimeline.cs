using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Pages.Run;

/// <summary>What governments did in a run, in order of time.</summary>
public static class AgreementTimeline
{
    private const int MostMarks = 6;

    /// <summary>The acts that were recorded, when agreements were signed, and when the places that they add were used up.</summary>
    /// <param name="run">The run.</param>
    /// <param name="ensemble">Its first variant.</param>
    /// <param name="baseline">The same world without it; null leaves out what needs a comparison.</param>
    /// <param name="scenario">Its scenario; null leaves out what the text alone tells.</param>
    public static IReadOnlyList<TimelineEntry> Of(StoredRun run, IEnsemble ensemble, IEnsemble? baseline, CompiledScenario? scenario)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(ensemble);
        var recorded = RunActs.Read(run, run.Manifest.Variants[0])
            .Select(a => new TimelineEntry(a.Month, a.Instrument, a.Provision, a.Act, $"{Share(a.Replicates, ensemble.Replicates)}, because of {Texts.Short(a.Reason, 80)}", a.Replicates * 2 >= ensemble.Replicates));
        var told = scenario is null ? [] : Signatures(scenario, ensemble).Concat(baseline is null ? [] : QuotaHits(scenario.Experiment.World, ensemble, baseline));
        return [.. recorded.Concat(told).OrderBy(e => e.Month, StringComparer.Ordinal).ThenBy(e => e.Act != TimelineEntry.Signature)];
    }

    /// <summary>
    /// The turning points of the agreements that the scenario adds to its parent, to be marked on charts: signed, first in
    /// force, suspended, quota hit, each where it happens in at least half of the replicates.
    /// </summary>
    public static IReadOnlyList<ChartMark> Marks(IReadOnlyList<TimelineEntry> timeline, CompiledScenario? scenario)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var known = scenario?.Parent?.Instruments.Select(i => i.Id).ToHashSet() ?? [];
        var agreements = scenario?.Scenario.Instruments.Where(i => i.IsAgreement && !known.Contains(i.Id)).Select(i => i.Id).ToHashSet() ?? [];
        return
        [
            .. timeline.Where(e => e.IsCommon && agreements.Contains(e.Instrument) && e.Act is TimelineEntry.Signature or PolicyActs.InForce or PolicyActs.Suspended or TimelineEntry.PlacesUsed)
                .DistinctBy(e => (e.Instrument, e.Act))
                .GroupBy(e => e.Month)
                .Take(MostMarks)
                .Select(g => new ChartMark(g.Key, string.Join(", ", g.Select(e => e.Act).Distinct()))),
        ];
    }

    private static IEnumerable<TimelineEntry> Signatures(CompiledScenario scenario, IEnsemble ensemble) => scenario.Scenario.Instruments
        .Where(i => i.IsAgreement && i.SignedMonth >= ensemble.FirstMonth && i.SignedMonth < ensemble.FirstMonth + ensemble.Months)
        .Select(i => new TimelineEntry(
            CalendarMonth.Format((int)i.SignedMonth), i.Id, string.Empty, TimelineEntry.Signature, i.Source.Length == 0 ? "no source stated" : Texts.Short(i.Source, 120), true));

    private static IEnumerable<TimelineEntry> QuotaHits(WorldPlan world, IEnsemble ensemble, IEnsemble baseline)
    {
        var comparison = new Comparison(baseline, ensemble);
        var (after, before) = (new IndicatorReader(ensemble), new IndicatorReader(baseline));
        var places = new PlaceWords(world);
        foreach (var channel in world.Channels)
        {
            var slots = channel.Lots.Select(l => l.Places).ToHashSet();
            var adding = world.Instruments.SelectMany(i => i.Provisions.Where(p => p.Combination == Combination.Add && p.Targets.Any(slots.Contains)).Select(p => (Instrument: i, Provision: p))).ToArray();
            var named = adding.Select(a => Delivered(a.Instrument, a.Provision)).Where(n => Has(ensemble, n) && Has(baseline, n)).ToArray();
            var admitted = new IndicatorName(Indicators.Admissions, channel.Id);
            if (named.Length == 0 || !Has(ensemble, admitted) || comparison.Obstacle is not null)
            {
                continue;
            }

            var added = Sum([.. named.Select(n => Difference(after.Monthly(n), before.Monthly(n)))]);
            if (QuotaUse.First(comparison.MonthlyDifferences(admitted), added) is { } hit)
            {
                foreach (var (instrument, provision) in adding.Where(a => Delivers(after, before, Delivered(a.Instrument, a.Provision), hit.Month)))
                {
                    yield return new TimelineEntry(
                        CalendarMonth.Format(ensemble.FirstMonth + hit.Month), instrument.Id, provision.Id, TimelineEntry.PlacesUsed,
                        $"{Share(hit.Replicates, ensemble.Replicates)}, because {places.Channel(channel.Id)} admits at least {Numbers.Percent(QuotaUse.Used)} of the places added to it", true);
                }
            }
        }
    }

    private static IndicatorName Delivered(Instrument instrument, Provision provision) => new(Indicators.Delivered, $"{instrument.Id}/{provision.Id}");

    private static bool Has(IEnsemble ensemble, IndicatorName name) => ensemble.Series.Any(s => s.Key.Variable == name.Variable && s.Key.Where == name.Where && s.Key.Nationality == SeriesKey.All);

    private static bool Delivers(IndicatorReader after, IndicatorReader before, IndicatorName name, int month) =>
        Has(after.Ensemble, name) && Has(before.Ensemble, name) && Difference(after.Monthly(name), before.Monthly(name)).Any(r => r[month] > 0);

    private static double[][] Difference(double[][] a, double[][] b) => [.. a.Zip(b, (x, y) => x.Zip(y, (p, q) => p - q).ToArray())];

    private static double[][] Sum(double[][][] tables) => tables.Aggregate((total, t) => [.. total.Zip(t, (x, y) => x.Zip(y, (p, q) => p + q).ToArray())]);

    private static string Share(int some, int all) => some == all ? "in all simulations" : FormattableString.Invariant($"in {some} of {all} simulations");
}

/// <summary>One thing that governments did, or that happened to a provision.</summary>
/// <param name="Month">Month, <c>yyyy-MM</c>.</param>
/// <param name="Instrument">Identifier of the agreement or measures.</param>
/// <param name="Provision">Identifier of the provision; empty for the whole.</param>
/// <param name="Act">Signed, in force, suspended, resumed, scaled, ended or quota hit.</param>
/// <param name="Note">In how many replicates, and why.</param>
/// <param name="IsCommon">True when it happens in at least half of the replicates.</param>
public sealed record TimelineEntry(string Month, string Instrument, string Provision, string Act, string Note, bool IsCommon)
{
    /// <summary>What was signed.</summary>
    public const string Signature = "signed";

    /// <summary>All places that a provision adds are used.</summary>
    public const string PlacesUsed = "places filled";

    /// <summary>Names it in addresses.</summary>
    public string Key => $"{Month}|{Instrument}|{Provision}|{Act}";
}

using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Analysis.Status;

/// <summary>
/// Tells what became of the agreements and measures of a scenario: of those that the baseline has not, or has on other dates or
/// with other places; of all agreements where there is no baseline.
/// </summary>
/// <param name="ensemble">The scenario.</param>
/// <param name="baseline">The baseline, or null.</param>
/// <param name="world">The world, which knows where the places of a provision are; null when it is not known.</param>
public sealed class StatusReader(IEnsemble ensemble, IEnsemble? baseline, WorldPlan? world)
{
    private readonly IndicatorReader _reader = new(ensemble);
    private readonly ILookup<string, PolicyAct> _acts = Usable(ensemble);
    private readonly ILookup<string, PolicyAct> _known = baseline is null ? Array.Empty<PolicyAct>().ToLookup(a => a.Instrument) : Usable(baseline);
    private readonly ILookup<string, string> _places = Places(ensemble);
    private readonly HashSet<string> _knownPlaces = baseline is null ? [] : [.. Places(baseline).SelectMany(p => p)];

    /// <summary>Their status, in order of identifier.</summary>
    public IReadOnlyList<AgreementStatus> Read() => Shared(
    [
        .. _acts.Select(g => g.Key).Concat(_places.Select(g => g.Key)).Distinct().Order(StringComparer.Ordinal)
            .Where(i => baseline is null ? !InstrumentName.IsOfMeasures(i) : IsOwn(i))
            .Select(Status),
    ]);

    private static IReadOnlyList<AgreementStatus> Shared(IReadOnlyList<AgreementStatus> all)
    {
        var counted = all.SelectMany(s => s.Clauses.Where(c => c.TakenUp is not null).Select(c => (c.Where, Name: $"{s.Instrument}/{c.Provision}"))).ToLookup(c => c.Where, c => c.Name);
        return [.. all.Select(s => s with { Clauses = [.. s.Clauses.Select(c => c with { With = [.. counted[c.Where].Where(n => n != $"{s.Instrument}/{c.Provision}")] })] })];
    }

    private static ILookup<string, PolicyAct> Usable(IEnsemble of) => of.Acts.Where(a => !of.Failed.Contains(a.Replicate)).ToLookup(a => a.Instrument);

    /// <summary>By instrument, the provisions whose promised places were recorded, as <c>instrument/provision</c>.</summary>
    private static ILookup<string, string> Places(IEnsemble of) =>
        of.Series.Where(s => s.Key.Variable == Indicators.Promised && s.Unit == Units.PersonsPerMonth).Select(s => s.Key.Where).Order(StringComparer.Ordinal).ToLookup(InstrumentOf);

    private static string InstrumentOf(string place) => place.Split('/')[0];

    private bool IsOwn(string instrument) =>
        HasOtherDates(instrument)
        || _places[instrument].Any(w => !_knownPlaces.Contains(w) || !Promises(baseline!, w).AsSpan().SequenceEqual(Promises(ensemble, w)));

    private bool HasOtherDates(string instrument)
    {
        if (_acts[instrument].SequenceEqual(_known[instrument]))
        {
            return false;
        }

        var (own, known) = (Records(_acts[instrument]), Records(_known[instrument]));
        return own.Keys.Union(known.Keys).Any(k => !Scheduled(own, k).SequenceEqual(Scheduled(known, k)));

        bool[] Scheduled(Dictionary<(string, int), ForceRecord> records, (string, int) key) =>
            records.TryGetValue(key, out var record) ? record.Scheduled : new bool[ensemble.Months];
    }

    private static double[] Promises(IEnsemble of, string place) => new IndicatorReader(of).Over(new IndicatorName(Indicators.Promised, place)).Values;

    private Dictionary<(string Provision, int Replicate), ForceRecord> Records(IEnumerable<PolicyAct> acts) =>
        acts.GroupBy(a => (a.Provision, a.Replicate)).ToDictionary(g => g.Key, g => ForceRecord.Replay(g, ensemble.Months));

    private AgreementStatus Status(string instrument)
    {
        PolicyAct[] held = [.. _acts[instrument].Where(ForceRecord.IsSuspension)];
        var (inForce, due, began) = (0, 0, 0);
        foreach (var replicate in Records(_acts[instrument]).GroupBy(r => r.Key.Replicate, r => r.Value))
        {
            var months = Enumerable.Range(0, ensemble.Months).Count(m => replicate.Any(r => r.InForce[m]));
            (inForce, began) = (inForce + months, began + (months > 0 ? 1 : 0));
            due += Enumerable.Range(0, ensemble.Months).Count(m => replicate.Any(r => r.Scheduled[m]));
        }

        var suspended = held.Select(a => a.Replicate).ToHashSet();
        return new AgreementStatus(
            instrument,
            ensemble.Replicates - ensemble.Failed.Count,
            began,
            UndefinedFigure.Ratio(inForce, due),
            suspended.Count,
            held.GroupBy(a => a.Reason).OrderByDescending(g => g.Select(a => a.Replicate).Distinct().Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).FirstOrDefault(string.Empty),
            held.Length == 0 ? null : CalendarMonth.Format(ensemble.FirstMonth + held.Min(a => a.Month)),
            [.. _places[instrument].Select(Clause)])
        {
            SuspendedReplicates = suspended,
        };
    }

    private ClauseStatus Clause(string place)
    {
        var taken = TakenUpAt(place);
        return new ClauseStatus(
            place[(place.IndexOf('/', StringComparison.Ordinal) + 1)..],
            _reader.Over(new IndicatorName(Indicators.Promised, place)).Band,
            _reader.Over(new IndicatorName(Indicators.Delivered, place)).Band,
            taken is null || baseline is null ? null : TakenUp(taken),
            taken?.ToString() ?? string.Empty);
    }

    private Band? TakenUp(IndicatorName name)
    {
        var comparison = new Comparison(baseline!, ensemble);
        if (comparison.Obstacle is not null || !IsRecorded(ensemble, name) || !IsRecorded(baseline!, name))
        {
            return null;
        }

        var summary = comparison.On(name).Summary;
        return new Band(summary.Median, summary.P05, summary.P95);
    }

    private static bool IsRecorded(IEnsemble of, IndicatorName name) => of.Series.Any(s => s.Key == new SeriesKey(name.Variable, name.Where!, SeriesKey.All));

    /// <summary>What counts the people who take the places of a provision; null when the world does not say.</summary>
    private IndicatorName? TakenUpAt(string place)
    {
        if (world?.Instruments.FirstOrDefault(i => i.Id == InstrumentOf(place))?.Provisions.FirstOrDefault(p => place.EndsWith('/' + p.Id, StringComparison.Ordinal)) is not { } provision)
        {
            return null;
        }

        var targets = provision.Targets.ToHashSet();
        return world.Channels.FirstOrDefault(c => c.Lots.Any(l => targets.Contains(l.Places))) is { } channel ? new IndicatorName(Indicators.Admissions, channel.Id)
            : world.Countries.FirstOrDefault(c => targets.Contains(c.ProtectionPlaces)) is { } country ? new IndicatorName(Indicators.Protected, country.Code)
            : world.Borders.FirstOrDefault(b => targets.Contains(b.PortPlaces)) is { } border ? new IndicatorName(Indicators.EncountersAtPorts, border.Id)
            : null;
    }
}

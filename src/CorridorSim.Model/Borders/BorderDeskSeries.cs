using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Borders;

/// <summary>What a border desk measures.</summary>
internal sealed class BorderDeskSeries(CountryContext context, string border, int nationality)
{
    private readonly NationalSeries _encounters = context.Series(Indicators.EncountersBetweenPorts, border);
    private readonly NationalSeries _atPorts = context.Series(Indicators.EncountersAtPorts, border);
    private readonly NationalSeries _expulsions = context.Series(Indicators.Expulsions, border);
    private readonly NationalSeries _removals = context.Series(Indicators.Removals, border);
    private readonly NationalSeries _evasions = context.Series(Indicators.Evasions, border);
    private readonly NationalSeries _arrivals = context.Series(Indicators.IrregularArrivals, border);
    private readonly NationalSeries _deaths = context.Series(Indicators.Deaths, border);
    private readonly NationalSeries _returns = context.Series(Indicators.Returns, context.World.Countries[context.Country].Code);

    /// <summary>Handle of the perceived chance.</summary>
    public TickRow PerceivedSuccess { get; } = context.Recorder.Handle(
        Indicators.PerceivedSuccess, border, context.World.Nationalities[nationality].Code);

    /// <summary>Counts what happened in a tick, persons; encounters and expulsions are events.</summary>
    public void Record(
        Octet octet,
        LaneVector alive,
        BorderOutcome outcome,
        LaneVector dead,
        LaneVector evaded,
        LaneVector released,
        LaneVector turnedBack,
        LaneVector removed,
        LaneVector atPort)
    {
        _encounters.Count(nationality, octet, alive * outcome.Encountered);
        _expulsions.Count(nationality, octet, alive * outcome.Expelled);
        _atPorts.Count(nationality, octet, atPort);
        _removals.Count(nationality, octet, removed);
        _evasions.Count(nationality, octet, evaded);
        _arrivals.Count(nationality, octet, evaded + released);
        _deaths.Count(nationality, octet, dead);
        _returns.Count(nationality, octet, turnedBack + removed);
    }
}

using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Routes;

namespace CorridorSim.Model.Borders;

/// <summary>What a border desk measures.</summary>
internal sealed class BorderDeskSeries(CountryContext context, string border, int nationality)
{
    private readonly NationalSeries _encounters = context.Series(Indicators.EncountersBetweenPorts, border);
    private readonly NationalSeries _atPorts = context.Series(Indicators.EncountersAtPorts, border);
    private readonly NationalSeries _expulsions = context.Series(Indicators.Expulsions, border);
    private readonly NationalSeries _returns = context.Series(Indicators.BorderReturns, border);
    private readonly NationalSeries _removals = context.Series(Indicators.Removals, border);
    private readonly NationalSeries _evasions = context.Series(Indicators.Evasions, border);
    private readonly NationalSeries _arrivals = context.Series(Indicators.IrregularArrivals, border);
    private readonly NationalSeries _deaths = context.Series(Indicators.Deaths, border);
    private readonly NationalSeries _sentHome = context.Series(Indicators.SentHome, context.World.Countries[context.Country.Index].Code);

    /// <summary>Handle of the perceived chance.</summary>
    public TickRow PerceivedSuccess { get; } = context.Recorder.Handle(
        Indicators.PerceivedSuccess, border, context.World.Nationalities[nationality].Code);

    /// <summary>Counts what happened in a tick, persons; encounters, expulsions and returns at the border are events.</summary>
    public void Record(Octet octet, LaneVector alive, BorderOutcome outcome, LaneVector dead, LaneVector removedLater, LaneVector sentBack, LaneVector atPort)
    {
        var arriving = alive * (outcome.Evaded + outcome.Released);
        _encounters.Count(nationality, octet, alive * outcome.Encountered);
        _expulsions.Count(nationality, octet, alive * outcome.Expelled);
        _returns.Count(nationality, octet, alive * outcome.Returned);
        _atPorts.Count(nationality, octet, atPort);
        _removals.Count(nationality, octet, (alive * outcome.Removed) + removedLater);
        _evasions.Count(nationality, octet, alive * outcome.Evaded);
        _arrivals.Count(nationality, octet, arriving);
        _deaths.Count(nationality, octet, dead);
        _sentHome.Count(nationality, octet, alive - arriving - sentBack + removedLater);
    }
}

using CorridorSim.Model.Countries;
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
    public int PerceivedSuccess { get; } = context.Recorder.Handle(
        context.Mail, Indicators.PerceivedSuccess, border, context.World.Nationalities[nationality].Code);

    /// <summary>Counts what happened in a tick, persons; encounters and expulsions are events.</summary>
    public void Record(
        int octet,
        LaneVector alive,
        BorderOutcome outcome,
        LaneVector dead,
        LaneVector evaded,
        LaneVector released,
        LaneVector turnedBack,
        LaneVector removed,
        LaneVector atPort)
    {
        context.Count(_encounters, nationality, octet, alive * outcome.Encountered);
        context.Count(_expulsions, nationality, octet, alive * outcome.Expelled);
        context.Count(_atPorts, nationality, octet, atPort);
        context.Count(_removals, nationality, octet, removed);
        context.Count(_evasions, nationality, octet, evaded);
        context.Count(_arrivals, nationality, octet, evaded + released);
        context.Count(_deaths, nationality, octet, dead);
        context.Count(_returns, nationality, octet, turnedBack + removed);
    }
}

using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Recording;

namespace CorridorSim.Cli.Reports;

/// <summary>Under which heading an indicator is shown, and by what name there.</summary>
internal static class HeadlineGroup
{
    /// <summary>The heading.</summary>
    public static string Of(HeadlineIndicator indicator) => indicator.Name.Variable switch
    {
        Indicators.Admissions or IndicatorName.LegalShare => "legal admissions, persons",
        Indicators.IrregularEntries => "irregular entries, persons",
        Indicators.EncountersBetweenPorts or Indicators.EncountersAtPorts or Indicators.Expulsions or Indicators.BorderReturns
            => "at the border, events (who tries again counts again)",
        Indicators.Queue => "in the queue at the end, persons",
        Indicators.Wait => "expected median wait of those admitted, months (queue over pace, at most 240)",
        Indicators.Deaths or Indicators.SentHome or Indicators.Removals or Indicators.GivingUp or Indicators.SettledOnTheWay or Indicators.Protected
            => "on the way and back, persons",
        _ => "other",
    };

    /// <summary>The name under its heading.</summary>
    public static string Label(HeadlineIndicator indicator) => (indicator.Name.Variable, indicator.Name.Where) switch
    {
        (Indicators.Admissions, null) => "all channels",
        (Indicators.EncountersBetweenPorts, { } border) => $"{border} between ports",
        (Indicators.EncountersAtPorts, { } border) => $"{border} at ports",
        (IndicatorName.LegalShare, null) => "legal share of arrivals",
        (Indicators.Deaths, null) => "deaths",
        (Indicators.Expulsions, { } border) => $"{border} expelled under a health order",
        (Indicators.BorderReturns, { } border) => $"{border} returned under ordinary law",
        (Indicators.SentHome, null) => "sent home by a country",
        (Indicators.Removals, null) => "of them removed under ordinary law",
        (Indicators.GivingUp, null) => "gave up on the way",
        (Indicators.SettledOnTheWay, null) => "settled on the way",
        (Indicators.Protected, null) => "protected in transit",
        (Indicators.Admissions or Indicators.IrregularEntries or Indicators.Queue or Indicators.Wait, { } where) => where,
        _ => indicator.Words,
    };
}

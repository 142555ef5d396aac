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
        Indicators.EncountersBetweenPorts or Indicators.EncountersAtPorts => "encounters, events (who tries again counts again)",
        Indicators.Queue => "in the queue at the end, persons",
        Indicators.Wait => "median wait of those admitted, months",
        Indicators.Deaths or Indicators.Returns or Indicators.Protected => "on the way, persons",
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
        (Indicators.Returns, null) => "returned home, expelled home or gave up",
        (Indicators.Protected, null) => "protected in transit",
        (Indicators.Admissions or Indicators.IrregularEntries or Indicators.Queue or Indicators.Wait, { } where) => where,
        _ => indicator.Words,
    };
}

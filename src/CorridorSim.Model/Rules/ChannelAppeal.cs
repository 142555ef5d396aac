using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules;

/// <summary>How much a channel draws a community, log units.</summary>
internal static class ChannelAppeal
{
    private const double DiasporaCentre = 3;

    /// <summary>
    /// L = b + epsilon (ln(diaspora / population) + 3) - delta wait - theta fee, with the wait in months and the fee in thousand
    /// USD; Beine, Docquier and Ozden 2011 for the diaspora.
    /// </summary>
    public static LaneVector Of(
        LaneVector value,
        LaneVector diasporaElasticity,
        LaneVector logDiasporaShare,
        LaneVector waitSensitivity,
        LaneVector wait,
        LaneVector costSensitivity,
        LaneVector fee) =>
        value + (diasporaElasticity * (logDiasporaShare + LaneMath.Of(DiasporaCentre))) - (waitSensitivity * wait) - (costSensitivity * fee);
}

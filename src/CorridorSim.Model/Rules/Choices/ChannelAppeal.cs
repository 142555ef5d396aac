using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Choices;

/// <summary>How much a channel draws a community, log units (docs/model.md, choice).</summary>
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

    /// <summary>ln((diaspora + 1) / population): one person more, so that it stays finite where nobody is there yet.</summary>
    /// <param name="diaspora">People of the nationality in the country, those who settled since the start included.</param>
    /// <param name="population">People of the nationality at home.</param>
    public static LaneVector LogDiasporaShare(LaneVector diaspora, LaneVector population) => LaneMath.SafeLog((diaspora + LaneVector.One) / population);
}

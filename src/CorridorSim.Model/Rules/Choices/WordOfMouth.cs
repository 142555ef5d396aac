using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Choices;

/// <summary>
/// How awareness of a route spreads and fades (docs/model.md, awareness): those who know tell others the more the better arriving pays, a
/// few learn by themselves, and what is not renewed is forgotten. Diffusion after Bass 1969.
/// </summary>
internal static class WordOfMouth
{
    /// <summary>(A + dt beta J^epsilon (A + alpha)(1 - A / A*)) / (1 + dt / T): awareness after a tick, never negative.</summary>
    /// <param name="aware">Awareness A, 0 to the ceiling.</param>
    /// <param name="ceiling">Highest awareness A*, above 0.</param>
    /// <param name="logValue">Log of the value of arriving, ln J, at most 0.</param>
    /// <param name="terms">Behaviour.</param>
    public static LaneVector Spread(LaneVector aware, LaneVector ceiling, LaneVector logValue, WordOfMouthTerms terms)
    {
        var tick = LaneMath.Of(LaneMath.TickMonths);
        var room = LaneVector.Max(LaneVector.One - (aware / ceiling), LaneVector.Zero);
        var telling = LaneMath.SafeExp(terms.Elasticity * logValue);
        var told = tick * terms.Rate * telling * (aware + terms.Innovation) * room;
        return (aware + told) / (LaneVector.One + (tick / terms.ForgettingMonths));
    }
}

/// <summary>What decides how awareness spreads.</summary>
/// <param name="Rate">Tellings a month and aware person, beta.</param>
/// <param name="Elasticity">How much more is told of what pays, epsilon.</param>
/// <param name="Innovation">Awareness that comes from elsewhere, alpha.</param>
/// <param name="ForgettingMonths">Months after which awareness fades, T.</param>
internal readonly record struct WordOfMouthTerms(LaneVector Rate, LaneVector Elasticity, LaneVector Innovation, LaneVector ForgettingMonths);

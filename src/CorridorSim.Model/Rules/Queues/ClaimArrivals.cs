using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Routes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// Who comes to claim by a way (docs/model.md, claims): N = level x factor x uptake x season x e^(push + shock) x J^eta a month. The uptake of a
/// way spreads from person to person and takes a share of those who came by the ways it replaces; J is the chance not to be turned back, as people perceive it.
/// </summary>
internal static class ClaimArrivals
{
    /// <summary>U + dt g U (1 - U), kept between 0 and 1: the uptake of a way after a tick.</summary>
    /// <param name="uptake">Share of those who would use it who know of it and can, U, 0 to 1.</param>
    /// <param name="growth">Rate at which it spreads, g, a month.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Spread(LaneVector uptake, LaneVector growth) =>
        LaneMath.Clamp(uptake + (LaneMath.Of(LaneMath.TickMonths) * growth * uptake * (LaneVector.One - uptake)), 0, 1);

    /// <summary>1 - r U: what a way that replaces it leaves of one.</summary>
    /// <param name="replacedShare">Share of its people whom the other takes in full use, r, 0 to 1.</param>
    /// <param name="uptake">Uptake of the other, U, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector NotReplaced(LaneVector replacedShare, LaneVector uptake) => LaneVector.One - (replacedShare * uptake);

    /// <summary>J^eta: the factor that the chance not to be turned back has.</summary>
    /// <param name="elasticity">Arrival elasticity, eta.</param>
    /// <param name="logSuccess">ln J as people perceive it, at most 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Drawn(LaneVector elasticity, LaneVector logSuccess) => LaneMath.SafeExp(elasticity * logSuccess);

    /// <summary>span x level x factor x e^(push + shock): people who come, of whom some are turned back.</summary>
    /// <param name="span">Length of the tick times uptake, season, what other ways leave and J^eta.</param>
    /// <param name="level">People a month.</param>
    /// <param name="factor">Factor on them.</param>
    /// <param name="push">Push, log units.</param>
    /// <param name="shock">Push shock, log units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Persons(LaneVector span, LaneVector level, LaneVector factor, LaneVector push, LaneVector shock) =>
        span * level * factor * LaneMath.SafeExp(push + shock);

    /// <summary>min(turned back dt, all) / all: share turned back before they can claim, 0 to 1.</summary>
    /// <param name="persons">People turned back a month at most.</param>
    /// <param name="all">All who come in the tick.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector TurnedShare(LaneVector persons, LaneVector all) =>
        LaneMath.Ratio(LaneVector.Min(persons * LaneMath.Of(LaneMath.TickMonths), all), all);

    /// <summary>ln(1 - turned back), not below that of <see cref="SuccessBounds.Minimum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector LogSuccess(LaneVector turnedShare) =>
        LaneMath.SafeLog(LaneVector.Max(LaneVector.One - turnedShare, LaneMath.Of(SuccessBounds.Minimum)));
}

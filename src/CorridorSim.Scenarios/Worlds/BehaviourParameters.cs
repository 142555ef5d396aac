using CorridorSim.Model;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Finds the behavioural parameters of a world.</summary>
internal static class BehaviourParameters
{
    public static Behaviour Of(WorldSlots slots) => new()
    {
        ArrivalElasticity = slots.Find("behaviour.arrival-elasticity"),
        WordOfMouth = slots.Find("behaviour.word-of-mouth"),
        Innovation = slots.Find("behaviour.innovation"),
        ForgettingMonths = slots.Find("behaviour.forgetting-months"),
        AwarenessCeiling = slots.Neutral("behaviour.awareness-ceiling", Units.Share, 1, AwarenessCeiling.Minimum, 1, "share of those ready to move whom word of mouth can make aware of a route"),
        CommonShockShare = slots.Neutral("behaviour.common-shock-share", Units.Share, 0, 0, 1, "share of the variance of push shocks that all nationalities have in common"),
        PerceptionLagMonths = slots.Find("behaviour.perception-lag-months"),
        AnnouncementWeight = slots.Find("behaviour.announcement-weight"),
        ContradictionRate = slots.Find("behaviour.contradiction-rate"),
        CostSensitivity = slots.Find("behaviour.cost-sensitivity"),
        IncomeElasticity = slots.Find("behaviour.income-elasticity"),
        VisaPenalty = slots.Find("behaviour.visa-penalty"),
        RouteScale = slots.Find("behaviour.route-scale"),
        MoveScale = slots.Find("behaviour.move-scale"),
        DiasporaElasticity = slots.Find("behaviour.diaspora-elasticity"),
        WaitSensitivity = slots.Find("behaviour.wait-sensitivity"),
        ForfeitureWeight = slots.Neutral("behaviour.forfeiture-weight", Units.LogUnits, 0, 0, 30, "what a sure place of a channel is worth to those whom setting out irregularly bars from it"),
        HopeMonths = slots.Neutral("behaviour.hope-months", Units.Months, 24, 0.5, 240, "months within which people hope for a place from which setting out irregularly would bar them"),
        BorderSharpness = slots.Find("behaviour.border-sharpness"),
        GiveUpValue = slots.Find("behaviour.give-up-value"),
        TurningBackShare = slots.Neutral("behaviour.turning-back-share", Units.Share, 1, 0, 1, "share of those who prefer giving up to crossing that turns back at a decision"),
        StayingShare = slots.Neutral("behaviour.staying-share", Units.Share, 0, 0, 1, "share of those who turn back at a border abroad who settle there instead of going home"),
        WordOfMouthElasticity = slots.Neutral("behaviour.word-of-mouth-elasticity", "1", 1, 0, 1, "elasticity of word of mouth to the value of arriving"),
        AppointmentSuccess = slots.Find("behaviour.appointment-success"),
        BorderDecisionMonths = slots.Find("behaviour.border-decision-months"),
        ThroughputMonths = slots.Find("behaviour.throughput-months"),
    };
}

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
        BorderSharpness = slots.Find("behaviour.border-sharpness"),
        GiveUpValue = slots.Find("behaviour.give-up-value"),
        AppointmentSuccess = slots.Find("behaviour.appointment-success"),
        BorderDecisionMonths = slots.Find("behaviour.border-decision-months"),
        ThroughputMonths = slots.Find("behaviour.throughput-months"),
    };
}

using CorridorSim.Model.Inputs;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Worlds;

/// <summary>Slots of the behavioural parameters common to all communities.</summary>
public sealed record Behaviour
{
    /// <summary>Elasticity of the wish to move to the value of arriving (eta).</summary>
    public required Slot ArrivalElasticity { get; init; }

    /// <summary>Word-of-mouth rate (beta), per month.</summary>
    public required Slot WordOfMouth { get; init; }

    /// <summary>Awareness that comes without contact (iota), share.</summary>
    public required Slot Innovation { get; init; }

    /// <summary>Time for awareness to be forgotten (tau_A), months.</summary>
    public required Slot ForgettingMonths { get; init; }

    /// <summary>Share of those ready to move whom word of mouth can make aware of a route (K), above 0 to 1.</summary>
    public required Slot AwarenessCeiling { get; init; }

    /// <summary>Share of the variance of push shocks that all nationalities have in common (c), 0 to 1.</summary>
    public required Slot CommonShockShare { get; init; }

    /// <summary>Lag of perceived behind actual success (T_p), months.</summary>
    public required Slot PerceptionLagMonths { get; init; }

    /// <summary>First weight of an announcement (w0), 0 to 1.</summary>
    public required Slot AnnouncementWeight { get; init; }

    /// <summary>Rate at which contradiction wears an announcement out (kappa), per month and log unit.</summary>
    public required Slot ContradictionRate { get; init; }

    /// <summary>Dislike of cost (theta), per thousand USD.</summary>
    public required Slot CostSensitivity { get; init; }

    /// <summary>Income elasticity, on the log ratio of income per head.</summary>
    public required Slot IncomeElasticity { get; init; }

    /// <summary>Penalty where a visa is required, log units.</summary>
    public required Slot VisaPenalty { get; init; }

    /// <summary>Similarity of routes within the irregular nest (rho), above 0 to 1.</summary>
    public required Slot RouteScale { get; init; }

    /// <summary>Similarity of ways of moving within the moving nest, above 0 to 1.</summary>
    public required Slot MoveScale { get; init; }

    /// <summary>Elasticity of channel use to the diaspora.</summary>
    public required Slot DiasporaElasticity { get; init; }

    /// <summary>Dislike of waiting (delta), per month.</summary>
    public required Slot WaitSensitivity { get; init; }

    /// <summary>What a sure place of a channel is worth to those whom setting out irregularly bars from it (omega), log units.</summary>
    public required Slot ForfeitureWeight { get; init; }

    /// <summary>Months within which people hope for a place from which they would be barred (T).</summary>
    public required Slot HopeMonths { get; init; }

    /// <summary>Sharpness of the choice at the border (nu).</summary>
    public required Slot BorderSharpness { get; init; }

    /// <summary>Value of giving up at the border (g0).</summary>
    public required Slot GiveUpValue { get; init; }

    /// <summary>Share of those who prefer giving up to crossing that turns back at a decision (gamma), 0 to 1; the others decide again.</summary>
    public required Slot TurningBackShare { get; init; }

    /// <summary>Share of those who turn back at a border abroad who settle there instead of going home, 0 to 1.</summary>
    public required Slot StayingShare { get; init; }

    /// <summary>Elasticity of word of mouth to the value of arriving (alpha), 0 to 1.</summary>
    public required Slot WordOfMouthElasticity { get; init; }

    /// <summary>Chance of being let in with an appointment (phi).</summary>
    public required Slot AppointmentSuccess { get; init; }

    /// <summary>Time people need to decide at the border, months.</summary>
    public required Slot BorderDecisionMonths { get; init; }

    /// <summary>Time over which queues' throughput is smoothed into a wait, months.</summary>
    public required Slot ThroughputMonths { get; init; }
}

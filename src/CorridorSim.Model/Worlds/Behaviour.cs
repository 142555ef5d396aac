using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Worlds;

/// <summary>Slots of the behavioural parameters common to all communities.</summary>
public sealed record Behaviour
{
    /// <summary>Elasticity of the wish to move to the value of arriving (eta).</summary>
    public required int ArrivalElasticity { get; init; }

    /// <summary>Word-of-mouth rate (beta), per month.</summary>
    public required int WordOfMouth { get; init; }

    /// <summary>Awareness that comes without contact (iota), share.</summary>
    public required int Innovation { get; init; }

    /// <summary>Time for awareness to be forgotten (tau_A), months.</summary>
    public required int ForgettingMonths { get; init; }

    /// <summary>Share of those ready to move whom word of mouth can make aware of a route (K), above 0 to 1.</summary>
    public required int AwarenessCeiling { get; init; }

    /// <summary>Share of the variance of push shocks that all nationalities have in common (c), 0 to 1.</summary>
    public required int CommonShockShare { get; init; }

    /// <summary>Lag of perceived behind actual success (T_p), months.</summary>
    public required int PerceptionLagMonths { get; init; }

    /// <summary>First weight of an announcement (w0), 0 to 1.</summary>
    public required int AnnouncementWeight { get; init; }

    /// <summary>Rate at which contradiction wears an announcement out (kappa), per month and log unit.</summary>
    public required int ContradictionRate { get; init; }

    /// <summary>Dislike of cost (theta), per thousand USD.</summary>
    public required int CostSensitivity { get; init; }

    /// <summary>Income elasticity, on the log ratio of income per head.</summary>
    public required int IncomeElasticity { get; init; }

    /// <summary>Penalty where a visa is required, log units.</summary>
    public required int VisaPenalty { get; init; }

    /// <summary>Similarity of routes within the irregular nest (rho), above 0 to 1.</summary>
    public required int RouteScale { get; init; }

    /// <summary>Similarity of ways of moving within the moving nest, above 0 to 1.</summary>
    public required int MoveScale { get; init; }

    /// <summary>Elasticity of channel use to the diaspora.</summary>
    public required int DiasporaElasticity { get; init; }

    /// <summary>Dislike of waiting (delta), per month.</summary>
    public required int WaitSensitivity { get; init; }

    /// <summary>What a sure place of a channel is worth to those whom setting out irregularly bars from it (omega), log units.</summary>
    public required int ForfeitureWeight { get; init; }

    /// <summary>Months within which people hope for a place from which they would be barred (T).</summary>
    public required int HopeMonths { get; init; }

    /// <summary>Sharpness of the choice at the border (nu).</summary>
    public required int BorderSharpness { get; init; }

    /// <summary>Value of giving up at the border (g0).</summary>
    public required int GiveUpValue { get; init; }

    /// <summary>Share of those who prefer giving up to crossing that turns back at a decision (gamma), 0 to 1; the others decide again.</summary>
    public required int TurningBackShare { get; init; }

    /// <summary>Share of those who turn back at a border abroad who settle there instead of going home, 0 to 1.</summary>
    public required int StayingShare { get; init; }

    /// <summary>Elasticity of word of mouth to the value of arriving (alpha), 0 to 1.</summary>
    public required int WordOfMouthElasticity { get; init; }

    /// <summary>Chance of being let in with an appointment (phi).</summary>
    public required int AppointmentSuccess { get; init; }

    /// <summary>Time people need to decide at the border, months.</summary>
    public required int BorderDecisionMonths { get; init; }

    /// <summary>Time over which queues' throughput is smoothed into a wait, months.</summary>
    public required int ThroughputMonths { get; init; }
}

using CorridorSim.Runs.Manifests;

namespace CorridorSim.Analysis.Robustness;

/// <summary>How policies do over futures.</summary>
/// <param name="Levers">The factors that policies are made of.</param>
/// <param name="Goals">What they are judged by: indicator and unit.</param>
/// <param name="Policies">One verdict a policy.</param>
/// <param name="LeastRegret">Per goal, the policies with the least greatest regret: one, or those that tie.</param>
/// <param name="MostMet">The policies that meet all thresholds most often; empty when none is stated.</param>
/// <param name="Futures">Futures: points of the uncertainties x replicates.</param>
/// <param name="LeftOut">Futures left out because a lane of theirs failed or a figure is not defined there.</param>
/// <param name="Memberships">Who would leave, by party and policy; empty when no agreement is switched or no party is stated.</param>
/// <param name="Assurance">Share of futures in which a party has to be no worse off to stay.</param>
public sealed record RobustnessReport(
    IReadOnlyList<SweepFactorInfo> Levers,
    IReadOnlyList<SweepColumn> Goals,
    IReadOnlyList<PolicyVerdict> Policies,
    IReadOnlyList<IReadOnlyList<int>> LeastRegret,
    IReadOnlyList<int> MostMet,
    int Futures,
    int LeftOut,
    IReadOnlyList<MembershipVerdict> Memberships,
    double Assurance);

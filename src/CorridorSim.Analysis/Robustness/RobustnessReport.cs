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

/// <summary>How a policy does over all futures.</summary>
/// <param name="Policy">Number of the policy.</param>
/// <param name="Levers">Values of the levers, in the order of the levers.</param>
/// <param name="GreatestRegret">Per goal: how much better the best policy of a future would have been, at worst.</param>
/// <param name="HighRegret">Per goal: the quantile 0.9 of regret over futures.</param>
/// <param name="ShareMet">Share of futures in which all thresholds are met; not-a-number when none is stated.</param>
/// <param name="DominatedBy">The first policy that is at least as good in every goal and future, and better in some; null for none.</param>
public sealed record PolicyVerdict(
    int Policy,
    IReadOnlyList<double> Levers,
    IReadOnlyList<double> GreatestRegret,
    IReadOnlyList<double> HighRegret,
    double ShareMet,
    int? DominatedBy);

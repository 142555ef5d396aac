namespace CorridorSim.Analysis.Robustness;

/// <summary>Whether a party would leave an agreement under a policy.</summary>
/// <param name="Party">Country code.</param>
/// <param name="Policy">Number of the policy with the agreement in force.</param>
/// <param name="Outside">Number of the policy without it that it is held against.</param>
/// <param name="Membership">How often it does worse inside, and what would keep it in.</param>
/// <param name="KeepingSizes">For each lever, the value nearest to the policy's own at which the party stays; null where none in the sweep does.</param>
public sealed record MembershipVerdict(
    string Party, int Policy, int Outside, Membership Membership, IReadOnlyList<double?> KeepingSizes);

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>What a party of an agreement cares about.</summary>
/// <param name="Party">Country code.</param>
/// <param name="Interests">Its indicators, as written, each with its worth.</param>
/// <param name="PaymentWorth">What a thousand USD are worth to it, in weighted units, above 0.</param>
public sealed record PartyText(string Party, IReadOnlyList<InterestText> Interests, double PaymentWorth);

using CorridorSim.Model.Inputs;

namespace CorridorSim.Analysis.Attribution;

/// <summary>A clause (or a whole agreement) that a scenario has otherwise than its base.</summary>
/// <param name="Agreement">Identifier of the agreement, or of the measures of a country.</param>
/// <param name="Provision">Identifier of the provision; <c>terms</c> for changed dates and conditions; empty for a whole agreement.</param>
/// <param name="Settings">Inputs as the scenario has them.</param>
public sealed record WhyPlayer(string Agreement, string Provision, IReadOnlyList<SlotSetting> Settings)
{
    /// <inheritdoc/>
    public override string ToString() => Provision.Length == 0 ? Agreement : $"{Agreement}/{Provision}";
}

using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;

namespace CorridorSim.Scenarios.Conditions;

/// <summary>A condition as a scenario states it.</summary>
/// <param name="Key">Key under which it stands, such as <c>suspend-when</c>.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Indicator">The series it watches; null for a review at fixed intervals.</param>
/// <param name="Above">True when it acts above the threshold.</param>
/// <param name="Threshold">Level at which it acts.</param>
/// <param name="Release">Level at which it lets go.</param>
/// <param name="ForMonths">Months the level must be passed.</param>
/// <param name="Review">What a review does; null when it is not a review.</param>
public sealed record ConditionText(
    string Key, ConditionKind Kind, SeriesKey? Indicator, bool Above, double Threshold, double Release, double ForMonths, ReviewText? Review)
{
    /// <summary>What variants must have in common for one to be a setting of the other.</summary>
    public string Structure => $"{Key} {Indicator} {Above} {Review?.Scales}";
}

using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;

namespace CorridorSim.Scenarios.Files;

/// <summary>A condition as a scenario states it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Indicator">The series it watches.</param>
/// <param name="Above">True when it acts above the threshold.</param>
/// <param name="Threshold">Level at which it acts.</param>
/// <param name="Release">Level at which it lets go.</param>
/// <param name="ForMonths">Months the level must be passed.</param>
/// <param name="EveryMonths">Review period.</param>
/// <param name="ScaleTo">Weight after a review.</param>
public sealed record ConditionText(
    ConditionKind Kind, SeriesKey Indicator, bool Above, double Threshold, double Release, double ForMonths, double EveryMonths, double ScaleTo);

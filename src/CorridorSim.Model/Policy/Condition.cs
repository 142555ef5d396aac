using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>A rule over an indicator that suspends, resumes, scales or ends an instrument or one provision.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Provision">Index of the provision it governs, or -1 for the whole instrument.</param>
/// <param name="Indicator">The series that it watches.</param>
/// <param name="Above">True when it acts above the threshold, false when below.</param>
/// <param name="Threshold">Slot: level at which it acts, in the unit of the series (per month for flows).</param>
/// <param name="Release">Slot: level at which it lets go; equal to the threshold when not given.</param>
/// <param name="ForMonths">Slot: months the level must be passed before it acts or lets go.</param>
/// <param name="EveryMonths">Slot: review period, months; 0 when not a review.</param>
/// <param name="ScaleTo">Slot: weight the instrument has after a review that finds the threshold passed; 0 ends it.</param>
public sealed record Condition(
    ConditionKind Kind,
    int Provision,
    SeriesKey Indicator,
    bool Above,
    int Threshold,
    int Release,
    int ForMonths,
    int EveryMonths,
    int ScaleTo);

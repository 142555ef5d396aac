namespace CorridorSim.Runs.Sweeps;

/// <summary>A figure that a sweep keeps of each lane.</summary>
/// <param name="Indicator">What it is called.</param>
/// <param name="Name">The indicator as analysts write it, for example <c>irregular-entries:COL&gt;PAN</c>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Period">Months it covers, for example <c>2021-01..2024-12</c>.</param>
public sealed record SweepColumn(string Indicator, string Name, string Unit, string Period);

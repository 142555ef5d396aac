using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Runs.Sweeps;

/// <summary>A factor as a stored sweep knows it.</summary>
/// <param name="Id">Name in the sweep.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="Path">Path into the scenario.</param>
/// <param name="Kind"><c>lever</c> or <c>uncertainty</c>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Baseline">The value of the base scenario.</param>
public sealed record SweepFactorInfo(string Id, string Label, string Path, string Kind, string Unit, double Baseline)
{
    /// <summary>The kind of a factor that governments choose.</summary>
    public const string Lever = "lever";

    /// <summary>Whether governments choose it.</summary>
    public bool IsLever => Kind == Lever;

    /// <summary>Whether its values are dates, counted in months.</summary>
    public bool IsDate => Unit == InputSlot.Month;

    /// <summary>A value as a person reads it: a date as <c>2022-10</c>, a number with commas between thousands.</summary>
    public string Format(double value) => !double.IsFinite(value) ? "-"
        : IsDate ? DateText.Format(value)
        : value.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>A value as a program reads it: a date as text, a number as number.</summary>
    public object Raw(double value) => IsDate ? DateText.Format(value) : value;
}

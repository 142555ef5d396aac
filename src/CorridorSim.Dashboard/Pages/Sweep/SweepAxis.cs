using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>An axis of a sweep: a factor or a figure, with its value at each point.</summary>
/// <param name="Id">Identifier of the factor, or name of the figure.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Values">Value at each point; the mean over replicates for a figure.</param>
public sealed record SweepAxis(string Id, string Label, string Unit, double[] Values)
{
    /// <summary>Least value.</summary>
    public double Least { get; } = Values.Where(double.IsFinite).DefaultIfEmpty(0).Min();

    /// <summary>Greatest value.</summary>
    public double Greatest { get; } = Values.Where(double.IsFinite).DefaultIfEmpty(0).Max();

    /// <summary>Place of a value between least (0) and greatest (1).</summary>
    public double Place(double value) => Greatest > Least ? (value - Least) / (Greatest - Least) : 0.5;

    /// <summary>Whether its values are dates, counted in months.</summary>
    public bool IsDate => Unit == InputSlot.Month;

    /// <summary>A value as a person reads it.</summary>
    public string Plain(double value) => IsDate && double.IsFinite(value) ? DateText.Format(value) : Numbers.Plain(value);

    /// <summary>A value rounded, for the ends of an axis.</summary>
    public string Rounded(double value) => IsDate && double.IsFinite(value) ? DateText.Format(value) : Numbers.Rounded(value);

    /// <summary>A value with all its digits, for tables and questions.</summary>
    public string Exact(double value) => IsDate && double.IsFinite(value) ? DateText.Format(value) : Numbers.Exact(value);
}

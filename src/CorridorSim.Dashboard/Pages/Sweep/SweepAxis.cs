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

    /// <summary>The value at a place between least (0) and greatest (1), rounded as far as a hand can aim.</summary>
    public double At(double place)
    {
        if (place <= 0 || place >= 1 || Greatest <= Least)
        {
            return place <= 0 ? Least : Greatest;
        }

        var value = Least + (place * (Greatest - Least));
        var step = IsDate ? 1 : (decimal)Math.Pow(10, Math.Clamp(Math.Floor(Math.Log10(Greatest - Least)) - 2, -12, 12));
        return Math.Abs(value) < 1e15 ? (double)(Math.Round((decimal)value / step) * step) : value;
    }

    /// <summary>Whether its values are dates, counted in months.</summary>
    public bool IsDate => Unit == InputSlot.Month;

    /// <summary>A value as a person reads it.</summary>
    public string Plain(double value) => IsDate && double.IsFinite(value) ? DateText.Format(value) : Numbers.Plain(value);

    /// <summary>A value rounded, for the ends of an axis.</summary>
    public string Rounded(double value) => IsDate && double.IsFinite(value) ? DateText.Format(value) : Numbers.Rounded(value);

    /// <summary>A value with all its digits, for tables and questions.</summary>
    public string Exact(double value) => IsDate && double.IsFinite(value) ? DateText.Format(value) : Numbers.Exact(value);
}

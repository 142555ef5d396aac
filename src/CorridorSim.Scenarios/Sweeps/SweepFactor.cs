using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>One thing that a sweep varies.</summary>
public sealed record SweepFactor
{
    // A distribution without bounds has no value at the ends of its axis.
    private const double Tail = 0.001;

    /// <summary>Name in the sweep.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Label { get; init; }

    /// <summary>Path into the scenario.</summary>
    public required string Path { get; init; }

    /// <summary>Lever or uncertainty.</summary>
    public required FactorKind Kind { get; init; }

    /// <summary>Inputs that it sets: one, or all clauses of an agreement.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Values that are listed; empty when a distribution stands in their place.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Where values come from when none are listed; a range is uniform.</summary>
    public Distribution Distribution { get; init; }

    /// <summary>Levels in a grid when no values are listed.</summary>
    public required int Steps { get; init; }

    /// <summary>The value of the scenario itself.</summary>
    public required double Baseline { get; init; }

    /// <summary>True when a value lies between the least and the greatest of those listed, in the range, or within the bounds of the distribution.</summary>
    public bool Holds(double value) => Values.Count > 0 ? value >= Values.Min() && value <= Values.Max() : Distribution.Kind switch
    {
        DistributionKind.Uniform => value >= Distribution.A && value <= Distribution.B,
        DistributionKind.Triangular => value >= Distribution.A && value <= Distribution.C,
        DistributionKind.LogNormal => value > 0,
        _ => true,
    };

    /// <summary>Levels in grids: the listed values, or <see cref="Steps"/> places from one end to the other.</summary>
    public IReadOnlyList<double> Levels => Values.Count > 0
        ? Values
        : [.. Enumerable.Range(0, Steps).Select(l => ValueAt(Steps == 1 ? 0.5 : l / (Steps - 1.0)))];

    /// <summary>The value at a place of its axis.</summary>
    /// <param name="place">From 0 to 1; listed values share the axis in equal parts.</param>
    public double ValueAt(double place)
    {
        if (Values.Count > 0)
        {
            return Values[Math.Min((int)(place * Values.Count), Values.Count - 1)];
        }

        var isBounded = Distribution.Kind is DistributionKind.Uniform or DistributionKind.Triangular;
        return Distribution.Quantile(isBounded ? place : Math.Clamp(place, Tail, 1 - Tail));
    }
}

/// <summary>Who decides about a factor.</summary>
public enum FactorKind
{
    /// <summary>Governments choose it.</summary>
    Lever,

    /// <summary>Nobody knows it.</summary>
    Uncertainty,
}

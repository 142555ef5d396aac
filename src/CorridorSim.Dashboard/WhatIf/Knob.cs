using System.Globalization;

namespace CorridorSim.Dashboard.WhatIf;

/// <summary>A quantity that a slider moves.</summary>
public sealed record Knob
{
    /// <summary>Path of the input, unique; what addresses carry.</summary>
    public required string Path { get; init; }

    /// <summary>Index of the input.</summary>
    public required int Slot { get; init; }

    /// <summary>Path of the same value in a scenario file, for <c>--set</c>.</summary>
    public required string Setting { get; init; }

    /// <summary>Who decides about it.</summary>
    public required KnobKind Kind { get; init; }

    /// <summary>Agreement, measures or group it belongs to.</summary>
    public required string Group { get; init; }

    /// <summary>True when it belongs to what the scenario adds to its parent.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Label { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Value of the scenario; the middle where it is uncertain.</summary>
    public required double Default { get; init; }

    /// <summary>Least value, inclusive.</summary>
    public required double Minimum { get; init; }

    /// <summary>Greatest value, inclusive.</summary>
    public required double Maximum { get; init; }

    /// <summary>Distance of its settings; 0 for a thousandth of the range.</summary>
    public double Step { get; init; }

    /// <summary>Where it comes from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>True when each replicate draws its own value until the slider fixes it.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Puts a value into the range and rounds it to a step; the default stays as it is.</summary>
    public double Fit(double value)
    {
        if (value == Default || !double.IsFinite(value))
        {
            return Default;
        }

        var step = Step > 0 ? Step : Math.Pow(10, Math.Floor(Math.Log10(Maximum - Minimum)) - 2);
        return Math.Clamp(double.Parse((Math.Round(value / step) * step).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), Minimum, Maximum);
    }

    /// <summary>The setting of the command line that gives it a value.</summary>
    public string Set(double value) => string.Create(CultureInfo.InvariantCulture, $"{Setting}={value}");
}

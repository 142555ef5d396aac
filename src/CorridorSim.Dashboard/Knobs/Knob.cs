using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Knobs;

/// <summary>A quantity that a slider moves.</summary>
public sealed record Knob
{
    /// <summary>Path of the input, unique; what addresses carry.</summary>
    public required string Path { get; init; }

    /// <summary>The input.</summary>
    public required Slot Slot { get; init; }

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

    /// <summary>Least value that the model takes; below it no answer is given.</summary>
    public required double Lowest { get; init; }

    /// <summary>Greatest value that the model takes.</summary>
    public required double Highest { get; init; }

    /// <summary>What it moves, in the world without any policy; null for an assumption or where that has no value.</summary>
    public TodaysValue? Today { get; init; }

    /// <summary>Where it comes from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>True when each replicate draws its own value until the slider fixes it.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>
    /// Whether a path means this slider: as sliders, sweeps, scenario files or <c>--set</c> spell it, with or without
    /// <c>provisions</c>, <c>assumptions</c> and <c>value</c>.
    /// </summary>
    public bool IsNamed(string path) => path == Path || Plain(path) == Plain(Path);

    /// <summary>Whether every word of a search begins a word of its label, group or path.</summary>
    public bool Matches(string search)
    {
        ArgumentNullException.ThrowIfNull(search);
        var words = $"{Label} {Group} {Path}".Split([' ', '.', '-', '(', ':', ',']);
        return search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(asked => words.Any(w => w.StartsWith(asked, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether the model takes a value; the range of the slider says only how far a value may be off.</summary>
    public bool Allows(double value) => value >= Lowest && value <= Highest;

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

    private static string Plain(string path)
    {
        string[] keys = [.. path.Split('.').Where((key, level) => level != 2 || key != "provisions")];
        keys = keys is ["assumptions", .. var rest] ? rest : keys;
        return string.Join('.', keys is [.. var before, "value"] && before.Length > 0 ? before : keys);
    }
}

/// <summary>Who decides about a quantity.</summary>
public enum KnobKind
{
    /// <summary>Governments: the size of a provision or measure.</summary>
    Policy,

    /// <summary>Nobody: how the world is assumed to behave.</summary>
    World,
}

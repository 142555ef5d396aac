using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>A size of a clause that a search may set.</summary>
public sealed record PolicyLever
{
    /// <summary>Name in the file.</summary>
    public required string Id { get; init; }

    /// <summary>Path into the scenario, in full.</summary>
    public required string Path { get; init; }

    /// <summary>The input that it sets.</summary>
    public required Slot Slot { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Least setting, inclusive.</summary>
    public required double Lower { get; init; }

    /// <summary>Greatest setting, inclusive.</summary>
    public required double Upper { get; init; }

    /// <summary>Settings are the least one plus whole multiples of this, and the greatest one.</summary>
    public required double Step { get; init; }

    /// <summary>The setting of the base scenario.</summary>
    public required double Baseline { get; init; }

    /// <summary>Digits after the point, so that three tenths are 0.3 and not 0.30000000000000004.</summary>
    private int Digits => Math.Clamp(9 - (int)Math.Floor(Math.Log10(Upper - Lower)), 0, 15);

    /// <summary>The settings that there are, from the least to the greatest.</summary>
    public IReadOnlyList<double> Settings
    {
        get
        {
            var steps = (int)Math.Floor(((Upper - Lower) / Step) + 1e-9);
            double[] settings = [.. Enumerable.Range(0, steps + 1).Select(s => Math.Round(Lower + (s * Step), Digits))];
            return Upper - settings[^1] > 1e-9 * (Upper - Lower) ? [.. settings, Upper] : settings;
        }
    }
}

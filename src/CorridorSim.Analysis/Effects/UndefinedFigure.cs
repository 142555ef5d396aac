using System.Globalization;

namespace CorridorSim.Analysis.Effects;

/// <summary>
/// The rule for figures of nobody and shares of nothing: such a figure is not a number, in the series of the model and in all that
/// is made of them. Quantiles are taken over the replicates that have it, and their count is told; where no replicate has it there
/// is no effect and no verdict.
/// </summary>
/// <param name="Nobody">What is said where no replicate has the figure.</param>
/// <param name="Somebody">What has to happen for it to exist.</param>
public sealed record UndefinedFigure(string Nobody, string Somebody)
{
    /// <summary>Of figures that every replicate has.</summary>
    public static UndefinedFigure OfNothing { get; } = new("no usable simulation", "usable");

    /// <summary>What an indicator needs to exist.</summary>
    public static UndefinedFigure Of(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new UndefinedFigure(name.Row.Undefined.Nobody, name.Row.Undefined.Somebody);
    }

    /// <summary>A part of something; not-a-number of nothing.</summary>
    public static double Ratio(double part, double whole) => whole > 0 ? part / whole : double.NaN;

    /// <summary>In how many of the replicates that ran the figure exists; empty when all have it.</summary>
    public string Describe(int defined, int ran) =>
        defined == ran ? string.Empty
        : defined == 0 ? Nobody
        : string.Create(CultureInfo.InvariantCulture, $"{Somebody} in {defined} of {ran} simulations");
}

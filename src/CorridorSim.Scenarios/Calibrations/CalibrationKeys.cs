using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Calibrations;

/// <summary>The keys of calibration files.</summary>
public static class CalibrationKeys
{
    internal const string Kalman = "kalman";
    internal const string Point = "point";
    internal const string Fit = "fit";
    internal const string Keep = "keep";

    internal static readonly FileKey Members = new("members", "members of the ensemble, or candidates of a generation", new Whole(3, 4096, 128));
    internal static readonly FileKey Updates = new("updates", "updates at most, or generations", new Whole(1, 1000, 20));
    internal static readonly FileKey Seed = new("seed", "key of the draws of the fit", new Seed(1));
    internal static readonly FileKey Inflation = new("inflation", "factor on the spread after each update", new Number(1, 2, 1));
    internal static readonly FileKey Localisation = new("localisation", "multiple of the sampling noise below which correlations are tapered; none when left out", new Number(0, 100, null));
    internal static readonly FileKey ErrorFactor = new("error-factor", "factor on the errors of all series", new Number(0.1, 100, 1));
    internal static readonly FileKey Method = new("method", "a sample of the posterior, or the one best point", new Choice(Kalman, Point));
    internal static readonly FileKey Shocks = new("shocks", "whether the spread of the push shocks is fitted to what is left unexplained", new Choice(Fit, Keep));
    internal static readonly FileKey From = new("from", "first month that counts", new WholeMonth()) { IsRequired = true };
    internal static readonly FileKey To = new("to", "last month that counts, inclusive", new WholeMonth()) { IsRequired = true };
    internal static readonly FileKey Window = new("window", "months that count", new Section(From, To)) { IsRequired = true };
    internal static readonly FileKey Ensemble = new("ensemble", "how much is simulated", new Section(Members, Updates, Seed, Inflation, Localisation, ErrorFactor));
    internal static readonly FileKey Nationalities = new("nationalities", "nationalities that count; all that the observations hold when left out", new Names());
    internal static readonly FileKey Error = new("error", "error of the logarithm, in place of that of the world", new Number(0.01, 5, null));
    internal static readonly FileKey SeriesFrom = new("from", "first month that counts, where earlier ones teach nothing, as what was counted is an input", new WholeMonth());
    internal static readonly FileKey Series = new("series", "series of the observations that the model is held against", new Named(new Section(Nationalities, Error, SeriesFrom))) { IsRequired = true };
    internal static readonly FileKey Parameters = new("parameters", "prior of each parameter, by path", new Named(new Sized())) { IsRequired = true };

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<FileKey> All { get; } =
    [
        CommonKeys.Version,
        CommonKeys.Id,
        CommonKeys.Title,
        new("base", "scenario file beside this one or below it", new Text()) { IsRequired = true },
        Window,
        new("observations", "table of observations, beside this file or below it", new Text()) { IsRequired = true },
        Method,
        Ensemble,
        Series,
        Parameters,
        Shocks,
        new("write", "file that receives the sample of the posterior", new Text()),
    ];
}

namespace CorridorSim.Model.Inputs;

/// <summary>The families from which an uncertain input is drawn.</summary>
public enum DistributionKind
{
    /// <summary>Always the same value.</summary>
    Constant,

    /// <summary>Uniform between two bounds.</summary>
    Uniform,

    /// <summary>Triangular: least, most likely, greatest.</summary>
    Triangular,

    /// <summary>Normal: mean, standard deviation.</summary>
    Normal,

    /// <summary>Lognormal: median, standard deviation of the logarithm.</summary>
    LogNormal,

    /// <summary>A column of a joint sample (a posterior): every replicate takes one row for all its columns.</summary>
    Sample,
}

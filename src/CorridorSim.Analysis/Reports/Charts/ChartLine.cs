namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>One ensemble in a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Color">Class of its colour in the style sheet.</param>
/// <param name="Fan">Its quantiles.</param>
public sealed record ChartLine(string Name, string Color, Fan Fan)
{
    /// <summary>Colour of what others are compared with.</summary>
    public const string Base = "base";
}

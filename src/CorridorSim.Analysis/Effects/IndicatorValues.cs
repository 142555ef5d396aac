using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Effects;

/// <summary>One figure per replicate.</summary>
/// <param name="Name">The indicator in words or as <see cref="IndicatorName"/>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Period">Months it covers.</param>
/// <param name="Values">One value per replicate; not-a-number where the lane failed or the figure is not defined.</param>
public sealed record IndicatorValues(string Name, string Unit, Period Period, double[] Values)
{
    /// <summary>The indicator as verbs take it, whatever it is called here.</summary>
    public string Key { get; init; } = Name;

    /// <summary>What the ensemble is called.</summary>
    public string Ensemble { get; init; } = string.Empty;

    /// <summary>What a figure needs that this one may lack; see <see cref="UndefinedFigure"/>.</summary>
    public UndefinedFigure Need { get; init; } = UndefinedFigure.OfNothing;

    /// <summary>Replicates whose lane failed.</summary>
    public int Failed { get; init; }

    /// <summary>The values that are numbers.</summary>
    public double[] Numbers => Quantiles.WithoutNaN(Values);

    /// <summary>Replicates that have the figure.</summary>
    public int Defined => Values.Count(v => !double.IsNaN(v));

    /// <summary>Replicates that ran: those that have the figure and those in which it is not defined.</summary>
    public int Ran => Values.Length - Failed;

    /// <summary>Median and 90 % interval over the replicates that have the figure; not-a-number when none has.</summary>
    public Band Band => Quantiles.Interval(Numbers);

    /// <summary>In how many replicates the figure exists, in words; empty when every one that ran has it.</summary>
    public string Gap => Need.Describe(Defined, Ran);
}

namespace CorridorSim.Analysis.Optimisation;

/// <summary>How a CMA-ES search proceeds.</summary>
public sealed record CmaEvolutionOptions
{
    /// <summary>Candidates per generation; null is 4 + 3 ln n, the published default. More help on rugged or noisy goals.</summary>
    public int? Population { get; init; }

    /// <summary>First standard deviation on the unbounded line, above 0; about a third of where the optimum may lie.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>The most generations, at least 1.</summary>
    public int MostGenerations { get; init; } = 500;

    /// <summary>Stops when the best values of the last generations and of the population differ by less.</summary>
    public double GoalTolerance { get; init; } = 1e-12;

    /// <summary>Stops when every standard deviation on the unbounded line is below.</summary>
    public double SpreadTolerance { get; init; } = 1e-11;

    /// <summary>Seed of the draws; the same seed and goal give the same search.</summary>
    public ulong Seed { get; init; } = 1;
}

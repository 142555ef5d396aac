namespace CorridorSim.Analysis.Optimisation;

/// <summary>Why a search ended.</summary>
public enum CmaEvolutionStop
{
    /// <summary>The goal no longer changes.</summary>
    GoalTolerance,

    /// <summary>The population has contracted to a point.</summary>
    SpreadTolerance,

    /// <summary>The most generations were used up; a better point may exist nearby.</summary>
    MostGenerations,
}

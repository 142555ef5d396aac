namespace CorridorSim.Scenarios.Sweeps;

/// <summary>How the points of a sweep are chosen.</summary>
public enum DesignKind
{
    /// <summary>Every combination of the levels of all factors.</summary>
    Grid,

    /// <summary>Points that the file lists.</summary>
    List,

    /// <summary>A base point, then each factor alone at each of its other levels.</summary>
    OneAtATime,

    /// <summary>Latin hypercube sample.</summary>
    LatinHypercube,

    /// <summary>Points of the Sobol' sequence.</summary>
    Sobol,

    /// <summary>Two matrices and their exchanges, from which Sobol' indices are estimated.</summary>
    Saltelli,

    /// <summary>Trajectories for elementary effects.</summary>
    Morris,

    /// <summary>Every combination of the levers' levels, each in the same Latin hypercube sample of the uncertainties.</summary>
    Cross,
}

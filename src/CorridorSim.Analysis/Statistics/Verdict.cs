namespace CorridorSim.Analysis.Statistics;

/// <summary>How sure the sign of an effect is; see <see cref="PairedDifference"/> for the rules.</summary>
public enum Verdict
{
    /// <summary>The ensemble does not settle the sign.</summary>
    CannotTell,

    /// <summary>Most of the ensemble has one sign, but not all of it.</summary>
    Leaning,

    /// <summary>The ensemble has one sign.</summary>
    Clear,

    /// <summary>No difference in any replicate, to the last bit.</summary>
    ExactlyZero,

    /// <summary>One sign wherever there is a difference, but none at all in more than a fifth of the ensemble.</summary>
    OneSided,

    /// <summary>No replicate has the figure on both sides: there is no effect to judge.</summary>
    Undefined,
}

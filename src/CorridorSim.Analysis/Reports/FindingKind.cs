namespace CorridorSim.Analysis.Reports;

/// <summary>How an effect is told.</summary>
public enum FindingKind
{
    /// <summary>In a sentence of its own.</summary>
    Told,

    /// <summary>Among those whose size does not matter.</summary>
    Tiny,

    /// <summary>Among those where nothing differs in any replicate.</summary>
    Unchanged,

    /// <summary>Among those of which there is no effect, because nobody has the figure on one side.</summary>
    Undefined,
}

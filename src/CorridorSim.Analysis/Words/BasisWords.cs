using CorridorSim.Model.Inputs;

namespace CorridorSim.Analysis.Words;

/// <summary>What stands behind a figure, in words.</summary>
public static class BasisWords
{
    /// <summary>A basis as part of a sentence.</summary>
    public static string Of(InputBasis basis) => basis switch
    {
        InputBasis.Published => "published",
        InputBasis.Fitted => "fitted to data",
        InputBasis.Assumed => "assumed",
        _ => "source not yet checked",
    };
}

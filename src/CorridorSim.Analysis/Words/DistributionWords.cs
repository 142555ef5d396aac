using System.Globalization;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Analysis.Words;

/// <summary>A value or distribution in words.</summary>
internal static class DistributionWords
{
    public static string Of(Distribution value) => value.Kind switch
    {
        DistributionKind.Constant => Invariant($"{value.A}"),
        DistributionKind.Uniform => Invariant($"between {value.A} and {value.B}, all equally likely"),
        DistributionKind.Triangular => Invariant($"between {value.A} and {value.C}, most likely {value.B}"),
        DistributionKind.Normal => Invariant($"normal, mean {value.A}, spread {value.B}"),
        DistributionKind.LogNormal => Invariant($"lognormal, median {value.A}, spread {value.B}"),
        _ => "drawn from a fitted sample, together with others",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

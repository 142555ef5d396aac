using System.Globalization;

namespace CorridorSim.Analysis.Records;

/// <summary>How often what was observed lies in the 90 % interval of a result: series times months.</summary>
/// <param name="Fitted">Observed months that the world was fitted to.</param>
/// <param name="FittedInside">Those inside the interval.</param>
/// <param name="Later">Observed months that it was not fitted to.</param>
/// <param name="LaterInside">Those inside the interval.</param>
public sealed record RecordQuality(int Fitted, int FittedInside, int Later, int LaterInside)
{
    /// <summary>One sentence.</summary>
    public string Words => (Fitted, Later) switch
    {
        (0, 0) => "Nothing was observed of these months, so the levels cannot be checked.",
        (0, _) => Invariant($"Of {Later} observed monthly figures, none of them fitted, {LaterInside} lie in the 90 % interval."),
        (_, 0) => Invariant($"Of {Fitted} observed monthly figures that the world was fitted to, {FittedInside} lie in the 90 % interval."),
        _ => Invariant($"Of {Fitted} observed monthly figures that the world was fitted to, {FittedInside} lie in the 90 % interval; of {Later} others, {LaterInside}."),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace CorridorSim.Fuzzing;

/// <summary>What inputs to one target led to.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Accepted">Inputs that were taken as valid.</param>
/// <param name="Refused">Inputs that were refused with a proper message.</param>
/// <param name="Slowest">The longest that an input took.</param>
/// <param name="Elapsed">Time for all.</param>
/// <param name="Findings">Inputs that were not handled properly.</param>
public sealed record FuzzReport(string Target, int Accepted, int Refused, TimeSpan Slowest, TimeSpan Elapsed, IReadOnlyList<FuzzFinding> Findings)
{
    /// <summary>Number of inputs.</summary>
    public int Inputs => Accepted + Refused + Findings.Count;

    /// <summary>No inputs yet.</summary>
    public static FuzzReport None(string target) => new(target, 0, 0, TimeSpan.Zero, TimeSpan.Zero, []);

    /// <summary>One input more.</summary>
    /// <param name="isTaken">Whether it was taken.</param>
    /// <param name="finding">What was wrong with the answer; null when nothing was.</param>
    /// <param name="took">How long the answer took.</param>
    public FuzzReport With(bool isTaken, FuzzFinding? finding, TimeSpan took) => this with
    {
        Accepted = Accepted + (finding is null && isTaken ? 1 : 0),
        Refused = Refused + (finding is null && !isTaken ? 1 : 0),
        Slowest = took > Slowest ? took : Slowest,
        Elapsed = Elapsed + took,
        Findings = finding is null ? Findings : [.. Findings, finding],
    };

    /// <summary>One line, and the shortest input of each kind of finding.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Target,-12} {Inputs,8} inputs {Accepted,7} taken {Refused,8} refused {Findings.Count,5} findings  slowest {Slowest.TotalSeconds:F2} s  all {Elapsed.TotalSeconds:F0} s{Described}");

    private string Described => string.Concat(Findings.GroupBy(f => f.Complaint[..Math.Min(f.Complaint.Length, 160)]).Take(10).Select(kind =>
    {
        var first = kind.MinBy(f => f.Input.Length)!;
        return $"\n{kind.Count()} x {first.Target}, seed {first.Seed}: {first.Complaint}\n--- input\n{first.Input[..Math.Min(first.Input.Length, 1500)]}";
    }));
}

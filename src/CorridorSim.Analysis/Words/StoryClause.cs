namespace CorridorSim.Analysis.Words;

/// <summary>A clause that a scenario has and its baseline has not, with what it promised and delivered.</summary>
/// <param name="Words">What people call it, with its size, such as <c>referrals (400 persons/month, assumed)</c>.</param>
/// <param name="IsAssumed">Whether its size is assumed rather than published.</param>
/// <param name="Promised">What its dates promise: replicates x months; not-a-number where a replicate failed.</param>
/// <param name="Delivered">What is delivered after conditions and compliance.</param>
public sealed record StoryClause(string Words, bool IsAssumed, double[][] Promised, double[][] Delivered)
{
    /// <summary>Whether it gives places a month, which add up over the months.</summary>
    public bool IsPlaces { get; init; }

    /// <summary>Replicates that did not fail.</summary>
    public int Replicates => Promised.Count(IsWhole);

    /// <summary>Replicates in which something is delivered in some month.</summary>
    public int InForce => Pairs.Count(p => p.Any(m => m.Delivered != 0));

    /// <summary>Replicates in which nothing is delivered in some month after the first delivery, though it is promised.</summary>
    public int Suspended => Pairs.Count(p => p.SkipWhile(m => m.Delivered == 0).Any(m => m.Promised != 0 && m.Delivered == 0));

    /// <summary>Part of the promised months, over all replicates, in which something is delivered; not-a-number when nothing is promised.</summary>
    public double ShareOfMonths
    {
        get
        {
            var promised = Pairs.SelectMany(p => p).Where(m => m.Promised != 0).ToArray();
            return promised.Length == 0 ? double.NaN : (double)promised.Count(m => m.Delivered != 0) / promised.Length;
        }
    }

    /// <summary>First month, counted from 0, in which at least half of the replicates deliver; -1 for none.</summary>
    public int FirstMonth => Enumerable.Range(0, Promised.Length == 0 ? 0 : Promised[0].Length)
        .FirstOrDefault(month => 2 * Delivered.Count(r => double.IsFinite(r[month]) && r[month] != 0) >= Math.Max(1, Replicates), -1);

    private IEnumerable<(double Promised, double Delivered)[]> Pairs => Promised.Zip(Delivered).Where(r => IsWhole(r.First)).Select(r => r.First.Zip(r.Second).ToArray());

    private static bool IsWhole(double[] months) => Array.TrueForAll(months, double.IsFinite);
}

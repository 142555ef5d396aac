namespace CorridorSim.Runs.Running;

/// <summary>How far an experiment is.</summary>
/// <param name="LanesDone">Lanes finished.</param>
/// <param name="Lanes">Lanes in all.</param>
/// <param name="Elapsed">Time since the start.</param>
public readonly record struct RunProgress(long LanesDone, long Lanes, TimeSpan Elapsed)
{
    /// <summary>Months of each lane; 0 when not known.</summary>
    public int Months { get; init; }

    /// <summary>Months done, on average over all lanes; between those of finished lanes and <see cref="Months"/>.</summary>
    public double MonthsDone { get; init; }

    /// <summary>Time left at the pace so far; null before there is a pace.</summary>
    public TimeSpan? Left => Share <= 0 ? null : Elapsed * ((1 - Share) / Share);

    private double Share => Months > 0 ? MonthsDone / Months : Lanes == 0 ? 0 : (double)LanesDone / Lanes;
}

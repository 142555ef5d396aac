using CorridorSim.Model.Agreements;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Engine;

/// <summary>
/// The lanes that ride together: their inputs and shocks, drawn by address. Immutable from its creation to its release; its
/// participants may be advanced on different threads.
/// </summary>
public sealed class Block
{
    /// <summary>Draws the inputs and shocks of the lanes.</summary>
    public Block(BlockPlan plan, LaneRange lanes)
        : this(plan, lanes, plan.Experiment)
    {
    }

    /// <summary>Draws the inputs and shocks of the lanes of an experiment that shares the plan.</summary>
    /// <param name="plan">The plan; it does not depend on variants.</param>
    /// <param name="lanes">The lanes.</param>
    /// <param name="experiment">The experiment of the plan with the variants of these lanes, see <see cref="Experiment.Slice"/>.</param>
    public Block(BlockPlan plan, LaneRange lanes, Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes.Count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes.First, (long)experiment.FirstVariant * experiment.Replicates);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lanes.First + lanes.Count, experiment.Lanes);
        Plan = plan;
        Lanes = lanes;
        Inputs = LaneInputs.Draw(experiment, lanes);
        var world = plan.Experiment.World;
        Scope = new BlockScope
        {
            World = world,
            FirstMonth = plan.Experiment.FirstMonth,
            Months = plan.Experiment.Months,
            Recorded = new RecordedPoints(plan.Experiment.Months, plan.Experiment.PointsPerMonth, lanes.Padded),
            Lanes = lanes,
            Inputs = Inputs,
            Shocks = PushShocks.Draw(experiment, lanes, Inputs),
            StartFlows = StartAwareness.Solve(world, Inputs),
            StartQueues = StartQueues.Solve(world, Inputs),
            Post = plan.Post,
            Series = plan.Measured,
            PolicySources = plan.PolicySources,
        };
    }

    /// <summary>The plan.</summary>
    public BlockPlan Plan { get; }

    /// <summary>The lanes.</summary>
    public LaneRange Lanes { get; }

    /// <summary>Inputs: one row a slot.</summary>
    public InputTable Inputs { get; }

    /// <summary>What its participants are made from.</summary>
    internal BlockScope Scope { get; }

    /// <summary>Creates a participant in its first state.</summary>
    public IParticipant CreateParticipant(int index)
    {
        var info = Plan.Participants[index];
        return info.IsCountry ? new CountryParticipant(Scope, info) : new InstrumentParticipant(Scope, info);
    }

    /// <summary>Gives the memory of inputs and shocks back, when no participant acts any more; the block is not to be used any more.</summary>
    public void Release()
    {
        Inputs.Rows.Release();
        Scope.Shocks.Release();
    }

    /// <summary>Puts the reports of all participants together.</summary>
    /// <param name="reports">One report per participant, in order of participant.</param>
    public BlockResult Assemble(IEnumerable<ParticipantReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var values = new double[Plan.Series.Count][];
        var events = new List<PolicyEvent>();
        var failures = new Dictionary<long, LaneFailure>();
        var ledgerError = 0.0;
        foreach (var report in reports)
        {
            for (var s = 0; s < report.Series.Count; s++)
            {
                values[report.Series[s]] = Merge(values[report.Series[s]], WithoutPadding(report.Values[s]));
            }

            events.AddRange(report.Events);
            ledgerError = Math.Max(ledgerError, report.LedgerError);
            foreach (var failure in report.Failures)
            {
                if (!failures.TryGetValue(failure.Lane, out var earlier) || failure.Tick < earlier.Tick)
                {
                    failures[failure.Lane] = failure;
                }
            }
        }

        var missing = Array.FindIndex(values, v => v is null);
        if (missing >= 0)
        {
            throw new InvalidOperationException($"No participant measured '{Plan.Series[missing].Key}'.");
        }

        return new BlockResult
        {
            FirstLane = Lanes.First,
            Lanes = Lanes.Count,
            Series = Plan.Series,
            Values = values,
            PointsPerMonth = Plan.Experiment.PointsPerMonth,
            Events = [.. events.OrderBy(e => e.Month)],
            Failures = [.. failures.Values.OrderBy(f => f.Lane)],
            LedgerError = ledgerError,
        };
    }

    private static double[] Merge(double[]? sum, double[] addend)
    {
        if (sum is null)
        {
            return addend;
        }

        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += addend[i];
        }

        return sum;
    }

    private double[] WithoutPadding(double[] padded)
    {
        if (Lanes.Count == Lanes.Padded)
        {
            return padded;
        }

        var points = Plan.Experiment.Points;
        var values = new double[points * Lanes.Count];
        for (var point = 0; point < points; point++)
        {
            padded.AsSpan(point * Lanes.Padded, Lanes.Count).CopyTo(values.AsSpan(point * Lanes.Count));
        }

        return values;
    }
}

using System.Security.Cryptography;
using System.Text;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Running;

namespace CorridorSim.Runs.Sweeps;

/// <summary>
/// Names a block by its content: structure, seed, horizon, what is measured, the settings of its lanes and the build that
/// simulates. Blocks of the same key have the same numbers.
/// </summary>
internal sealed class BlockKeys
{
    private readonly BlockPlan _plan;
    private readonly byte[] _common;

    public BlockKeys(SweepDefinition definition)
    {
        _plan = definition.Plan;
        var columns = string.Join('\n', definition.Columns.Select(c => $"{c.Name} {c.Period}"));
        _common = Encoding.UTF8.GetBytes($"{EncodedExperiment.Of(_plan.Experiment).Key}\n{ModelBuild.Id}\n{columns}\n");
    }

    /// <summary>The key of a block.</summary>
    public string Of(LaneRange lanes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_common);
        var experiment = _plan.Experiment;
        var slice = experiment.Slice(lanes);

        // Paired lanes depend on their replicate alone; others have luck by number, which then belongs to the content.
        var first = experiment.IsPaired ? lanes.First - ((long)slice.FirstVariant * experiment.Replicates) : lanes.First;
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{first} {lanes.Count}\n")));
        hash.AppendData(ExperimentJson.Write<IReadOnlyList<Variant>>([.. slice.Variants.Select(v => new Variant(string.Empty, v.Settings))]));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Randomness;

namespace CorridorSim.Model.Engine;

/// <summary>Gives each lane of a block its value of each input.</summary>
internal static class LaneInputs
{
    /// <summary>A table with one row per slot.</summary>
    public static InputTable Draw(Experiment experiment, LaneRange lanes)
    {
        var world = experiment.World;
        var table = LaneTable.Rented(world.Slots.Count, lanes.Padded);
        for (var slot = 0; slot < world.Slots.Count; slot++)
        {
            if (world.Slots[slot].Value.Kind == DistributionKind.Constant)
            {
                table.FillRow(slot, world.Slots[slot].Value.A);
            }
            else
            {
                FillUncertain(experiment, lanes, table, slot);
            }
        }

        for (var lane = 0; lane < lanes.Padded; lane++)
        {
            var (variant, replicate) = Position(experiment, lanes, lane);
            foreach (var setting in experiment.Variants[variant - experiment.FirstVariant].Settings)
            {
                table.SetLane(setting.Slot.Index, lane, Value(experiment, setting.Slot.Index, setting.Value, replicate));
            }
        }

        return new InputTable(table);
    }

    /// <summary>Variant of a lane of the block and the replicate whose draws it has; padding repeats the last lane.</summary>
    public static (int Variant, int Replicate) Position(Experiment experiment, LaneRange lanes, int lane)
    {
        var number = lanes.First + Math.Min(lane, lanes.Count - 1);
        return ((int)(number / experiment.Replicates), checked((int)(experiment.IsPaired ? number % experiment.Replicates : number)));
    }

    private static void FillUncertain(Experiment experiment, LaneRange lanes, LaneTable table, int slot)
    {
        for (var lane = 0; lane < lanes.Padded; lane++)
        {
            var (_, replicate) = Position(experiment, lanes, lane);
            table.SetLane(slot, lane, Value(experiment, slot, experiment.World.Slots[slot].Value, replicate));
        }
    }

    private static double Value(Experiment experiment, int slot, Distribution distribution, int replicate)
    {
        var draws = new AddressedDraws(experiment.Seed);
        var info = experiment.World.Slots[slot];
        var value = distribution.Kind switch
        {
            DistributionKind.Constant => distribution.A,
            DistributionKind.Sample => SampleRow(experiment, draws, replicate)[(int)distribution.A],
            _ => distribution.Quantile(draws.Uniform(replicate, DrawPurpose.Input, AddressedDraws.NameHash(info.Path), 0)),
        };
        return Math.Clamp(value, info.Minimum, info.Maximum);
    }

    private static IReadOnlyList<double> SampleRow(Experiment experiment, AddressedDraws draws, int replicate)
    {
        var rows = experiment.World.Samples;
        var position = draws.Uniform(replicate, DrawPurpose.SampleRow, 0, 0) * rows.Count;
        return rows[Math.Min((int)position, rows.Count - 1)];
    }
}

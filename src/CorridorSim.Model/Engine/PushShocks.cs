using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Randomness;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Engine;

/// <summary>
/// Monthly push shocks of each nationality, see <see cref="ShockProcess"/>. All variants of a replicate meet the same innovations. Months whose shocks are known (<see cref="KnownShocks"/>) take these, and
/// the process goes on from the last of them.
/// </summary>
internal static class PushShocks
{
    // No nationality can have this name: codes hold no spaces.
    private const string Common = "all nationalities";

    /// <summary>A table with row nationality x months + month.</summary>
    public static LaneTable Draw(Experiment experiment, LaneRange lanes, InputTable inputs)
    {
        var months = experiment.Months;
        var nationalities = experiment.World.Nationalities;
        var shocks = LaneTable.Rented(nationalities.Count * months, lanes.Padded);
        shocks.Clear();
        var innovations = new Dictionary<int, double[]>();
        var common = new Dictionary<int, double[]>();
        for (var n = 0; n < nationalities.Count; n++)
        {
            innovations.Clear();
            for (var lane = 0; lane < lanes.Padded; lane++)
            {
                var spread = inputs.Lane(nationalities[n].ShockSpread, lane);
                var (_, replicate) = LaneInputs.Position(experiment, lanes, lane);
                var known = Known(experiment, n, replicate);
                if (spread <= 0 && known.IsEmpty)
                {
                    continue;
                }

                var share = inputs.Lane(experiment.World.Behaviour.CommonShockShare, lane);
                var own = Innovations(experiment, nationalities[n].Code, replicate, innovations);
                var z = share > 0 ? Mix(Innovations(experiment, Common, replicate, common), own, share) : own;
                Follow(shocks, n * months, lane, z, spread, inputs.Lane(nationalities[n].ShockPersistence, lane), known);
            }
        }

        return shocks;
    }

    private static double[] Innovations(Experiment experiment, string name, int replicate, Dictionary<int, double[]> drawn)
    {
        if (!drawn.TryGetValue(replicate, out var z))
        {
            var (draws, hash) = (new AddressedDraws(experiment.Seed), AddressedDraws.NameHash(name));
            drawn.Add(replicate, z = [.. Enumerable.Range(0, experiment.Months).Select(month => draws.StandardNormal(replicate, DrawPurpose.PushShock, hash, month))]);
        }

        return z;
    }

    private static double[] Mix(double[] common, double[] own, double share) =>
        [.. common.Zip(own, (u, v) => ShockProcess.Innovation(u, v, share))];

    private static ReadOnlySpan<double> Known(Experiment experiment, int nationality, int replicate) =>
        experiment.KnownShocks is { } known
            ? known.Replicates[replicate].AsSpan(nationality * known.Months, Math.Min(known.Months, experiment.Months))
            : [];

    private static void Follow(
        LaneTable shocks, int firstRow, int lane, double[] z, double spread, double persistence, ReadOnlySpan<double> known)
    {
        var shock = ShockProcess.First(spread, z[0]);
        for (var month = 0; month < z.Length; month++)
        {
            shock = month < known.Length ? known[month]
                : month == 0 ? shock
                : ShockProcess.Next(shock, spread, persistence, z[month]);
            shocks.SetLane(firstRow + month, lane, shock);
        }
    }
}

using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Randomness;

/// <summary>
/// Random draws by address: seed, replicate, purpose, name and time. The same address gives the same draw in every
/// variant, block, silo and run.
/// </summary>
/// <param name="seed">Seed of the experiment.</param>
public readonly struct AddressedDraws(ulong seed)
{
    private const double TwoToMinus53 = 1.0 / (1UL << 53);

    /// <summary>A uniform draw between 0 and 1, both exclusive.</summary>
    /// <param name="replicate">Replicate, from 0.</param>
    /// <param name="purpose">What is drawn.</param>
    /// <param name="name">Where it is drawn: the hash of a path or code, see <see cref="NameHash"/>.</param>
    /// <param name="time">Month or tick; 0 for what does not change.</param>
    public double Uniform(int replicate, DrawPurpose purpose, ulong name, int time)
    {
        var address = name + ((ulong)purpose * 0x9E3779B97F4A7C15UL);
        var (w0, w1, _, _) = Philox4x32.Draw(
            (uint)replicate, (uint)time, (uint)address, (uint)(address >> 32), (uint)seed, (uint)(seed >> 32));
        var bits = (((ulong)w0 << 32) | w1) >> 11;
        return bits == 0 ? TwoToMinus53 / 2 : bits * TwoToMinus53;
    }

    /// <summary>A standard normal draw, by inversion.</summary>
    public double StandardNormal(int replicate, DrawPurpose purpose, ulong name, int time) =>
        Elementary.NormalQuantile(Uniform(replicate, purpose, name, time));

    /// <summary>A hash of a name that is the same on every machine (FNV-1a, 64 bit).</summary>
    public static ulong NameHash(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = 14695981039346656037UL;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash;
    }
}

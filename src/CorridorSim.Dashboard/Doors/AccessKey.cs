using System.Security.Cryptography;
using System.Text;

namespace CorridorSim.Dashboard.Doors;

/// <summary>The access key, compared without telling how much of a guess was right: hashes have one length.</summary>
/// <param name="key">The key.</param>
public sealed class AccessKey(string key)
{
    private readonly byte[] _hash = Hash(key);

    /// <summary>True when a guess is the key.</summary>
    public bool Is(string guess) => CryptographicOperations.FixedTimeEquals(Hash(guess), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

using System.Security.Cryptography;
using System.Text;

namespace CorridorSim.Runs.Manifests;

/// <summary>
/// The seal of a JSON object: its last member, SHA-256 over all that stands before it. It shows an accident and a careless hand;
/// who alters a text with care makes the seal anew, which only a signature prevents.
/// </summary>
internal static class ManifestSeal
{
    /// <summary>Name of the member.</summary>
    public const string Name = "seal";

    private const string Member = $"\"{Name}\":";
    private const int Length = 2 * SHA256.HashSizeInBytes;

    /// <summary>Seals an object that is written over several lines, or on one.</summary>
    public static string Seal(string json)
    {
        var end = json.LastIndexOf('}');
        var isOnOneLine = !json[..end].Contains('\n', StringComparison.Ordinal);
        var body = $"{json[..end].TrimEnd()},{(isOnOneLine ? string.Empty : "\n  ")}";
        return $"{body}{Member} \"{Of(body)}\"{(isOnOneLine ? string.Empty : "\n")}{json[end..]}";
    }

    /// <summary>What is wrong with the seal of an object, in words; null when it holds. One without a seal is as little believed as one with a wrong seal.</summary>
    public static string? Fault(string json)
    {
        var start = json.LastIndexOf(Member, StringComparison.Ordinal);
        return start < 0 ? "it has no seal" : Holds(json, start) ? null : "its seal does not hold";
    }

    private static bool Holds(string json, int start)
    {

        var seal = json[(start + Member.Length)..].Trim();
        return seal.Length > Length + 2 && seal[0] == '"' && seal[1..(Length + 1)] == Of(json[..start])
            && seal[Length + 1] == '"' && seal[(Length + 2)..].Trim() == "}";
    }

    private static string Of(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}

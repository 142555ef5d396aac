using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Cluster;

/// <summary>What must be equal in every process of a cluster, so that a block gives the same numbers wherever it is simulated.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Code">Hash of the compiled model and grains and of the runtime, hexadecimal.</param>
public sealed record BuildIdentity(string Version, string Code)
{
    /// <summary>The build of this process.</summary>
    public static BuildIdentity Current { get; } = new(typeof(BuildIdentity).Assembly.GetName().Version?.ToString(3) ?? "unknown", CodeOf(typeof(BlockPlan), typeof(BuildIdentity)));

    /// <summary>True for what may be the name of a build: others write into the same Redis.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('+') is [_, _] && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '+');
    }

    /// <summary>Its name, which is also that of the Orleans cluster: processes of different builds are never in one.</summary>
    public override string ToString() => $"{Version}+{Code}";

    // Compilation is deterministic: the module identifier is the same for the same sources and compiler, wherever it ran.
    private static string CodeOf(params Type[] types)
    {
        var modules = types.Select(t => t.Assembly.ManifestModule.ModuleVersionId.ToString("N"));
        var parts = string.Join('/', modules.Append(Environment.Version.ToString()).Append(RuntimeInformation.ProcessArchitecture.ToString()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..12];
    }
}

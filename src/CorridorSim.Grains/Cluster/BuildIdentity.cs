using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Cluster;

/// <summary>What must be equal in every process of a cluster, so that a block gives the same numbers wherever it is simulated.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Format">Version of the scenario format.</param>
/// <param name="Code">Hash of the compiled model and grains and of the runtime, hexadecimal.</param>
public sealed record BuildIdentity(string Version, int Format, string Code)
{
    /// <summary>Version of the scenario format that this build reads: the number after <c>corridorsim:</c>.</summary>
    public const int ScenarioFormat = 1;

    /// <summary>The build of this process.</summary>
    public static BuildIdentity Current { get; } = new(
        typeof(BuildIdentity).Assembly.GetName().Version?.ToString(3) ?? "unknown", ScenarioFormat, CodeOf(typeof(BlockPlan), typeof(BuildIdentity)));

    /// <summary>The name of the Orleans cluster: processes of different builds are never in one.</summary>
    public string ClusterId => $"{Version}+{Code}+{Format}";

    /// <summary>The build in the name of a cluster, in words; null when that is no name of ours.</summary>
    public static string? OfCluster(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Split('+') is [var version, var code, var format] && id.All(char.IsAscii) && int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new BuildIdentity(version, number, code).ToString()
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Version}+{Code} (scenario format {Format})";

    // Compilation is deterministic: the module identifier is the same for the same sources and compiler, wherever it ran.
    private static string CodeOf(params Type[] types)
    {
        var modules = types.Select(t => t.Assembly.ManifestModule.ModuleVersionId.ToString("N"));
        var parts = string.Join('/', modules.Append(Environment.Version.ToString()).Append(RuntimeInformation.ProcessArchitecture.ToString()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..12];
    }
}

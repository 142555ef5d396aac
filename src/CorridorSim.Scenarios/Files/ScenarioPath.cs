using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>
/// The one reading of paths into a scenario, whatever verb or page they are given to: <c>provisions</c> after an agreement, <c>assumptions.</c> before a
/// world parameter and <c>.value</c> behind a size may be written or left out.
/// </summary>
public static class ScenarioPath
{
    internal const string Value = "value";
    internal const string InForce = "in-force";

    private static readonly string[] OfAgreement = [.. AgreementKeys.All.Select(k => k.Name), InForce, AgreementKeys.Sunset.Name];

    /// <summary>The path of an input, as <c>parameters</c> lists it.</summary>
    public static string OfInput(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var keys = path.Split('.').ToList();
        if (keys.Count > 1 && keys[0] == CommonKeys.Assumptions)
        {
            keys.RemoveAt(0);
        }

        if (keys[0] is CommonKeys.Agreements or CommonKeys.Measures)
        {
            if (keys.Count > 4 && keys[^1] == Value)
            {
                keys.RemoveAt(keys.Count - 1);
            }

            if (keys.Count > 3 && keys[0] == CommonKeys.Agreements && keys[2] == CommonKeys.Conditions && keys[3] == AgreementKeys.Sunset.Name)
            {
                keys.RemoveAt(2);
            }
            else if (keys.Count > 3 && (keys[0] == CommonKeys.Measures ? keys[2] != CommonKeys.Provisions : !OfAgreement.Contains(keys[2])))
            {
                keys.Insert(2, CommonKeys.Provisions);
            }
        }

        return string.Join('.', keys);
    }

    /// <summary>The keys of the same value in a scenario file, from the outermost on.</summary>
    public static string[] InFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var keys = path.Split('.').ToList();
        switch (keys[0])
        {
            case CommonKeys.Assumptions when keys.Count > 1:
                return [CommonKeys.Assumptions, path[(CommonKeys.Assumptions.Length + 1)..]];
            case CommonKeys.Agreements when keys.Count > 3 && keys[2] == AgreementKeys.Sunset.Name || keys is [CommonKeys.Agreements, _, var last] && last == AgreementKeys.Sunset.Name:
                keys.Insert(2, CommonKeys.Conditions);
                break;
            case CommonKeys.Agreements when keys.Count > 3 && !OfAgreement.Contains(keys[2]):
                keys.Insert(2, CommonKeys.Provisions);
                break;
            case CommonKeys.Measures when keys.Count > 4 && keys[2] == CommonKeys.Provisions:
                keys.RemoveAt(2);
                break;
            case var first when WorldPaths.Roots.Contains(first):
                return [CommonKeys.Assumptions, path];
        }

        return [.. keys];
    }
}

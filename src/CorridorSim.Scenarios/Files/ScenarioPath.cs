namespace CorridorSim.Scenarios.Files;

/// <summary>
/// The one reading of paths into a scenario, whatever verb or page they are given to: <c>provisions</c> after an agreement, <c>assumptions.</c> before a
/// world parameter and <c>.value</c> behind a size may be written or left out.
/// </summary>
public static class ScenarioPath
{
    private const string Assumptions = "assumptions";
    private const string Measures = "measures";
    private const string Agreements = "agreements";
    private const string Provisions = "provisions";
    private const string Conditions = "conditions";
    private const string Value = "value";

    private static readonly string[] AgreementKeys = ["title", "parties", "signed", "source", Provisions, Conditions, "compliance", "in-force", "sunset"];

    // What inputs of a world begin with, see the tables of a world.
    private static readonly string[] Inputs =
        ["behaviour", "communities", "nationality", "channels", "legs", "borders", "routes", "countries", "diasporas"];

    /// <summary>The path of an input, as <c>parameters</c> lists it.</summary>
    public static string OfInput(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var keys = path.Split('.').ToList();
        if (keys.Count > 1 && keys[0] == Assumptions)
        {
            keys.RemoveAt(0);
        }

        if (keys[0] is Agreements or Measures)
        {
            if (keys.Count > 4 && keys[^1] == Value)
            {
                keys.RemoveAt(keys.Count - 1);
            }

            if (keys.Count > 3 && keys[0] == Agreements && keys[2] == Conditions && keys[3] == "sunset")
            {
                keys.RemoveAt(2);
            }
            else if (keys.Count > 3 && (keys[0] == Measures ? keys[2] != Provisions : !AgreementKeys.Contains(keys[2])))
            {
                keys.Insert(2, Provisions);
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
            case Assumptions when keys.Count > 1:
                return [Assumptions, path[(Assumptions.Length + 1)..]];
            case Agreements when keys.Count > 3 && keys[2] == "sunset" || keys is [Agreements, _, "sunset"]:
                keys.Insert(2, Conditions);
                break;
            case Agreements when keys.Count > 3 && !AgreementKeys.Contains(keys[2]):
                keys.Insert(2, Provisions);
                break;
            case Measures when keys.Count > 4 && keys[2] == Provisions:
                keys.RemoveAt(2);
                break;
            case var first when Inputs.Contains(first):
                return [Assumptions, path];
        }

        return [.. keys];
    }
}

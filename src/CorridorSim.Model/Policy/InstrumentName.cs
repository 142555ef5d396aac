namespace CorridorSim.Model.Policy;

/// <summary>What agreements and the measures of a country are called, and what the paths of their inputs begin with.</summary>
public static class InstrumentName
{
    private const string Ending = "-measures";
    private const string Agreements = "agreements.";
    private const string Measures = "measures.";

    /// <summary>Identifier of the measures of a country: <c>MEX-measures</c>.</summary>
    public static string OfMeasures(string country) => country + Ending;

    /// <summary>True for the identifier of measures.</summary>
    public static bool IsOfMeasures(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.EndsWith(Ending, StringComparison.Ordinal);
    }

    /// <summary>Path of an instrument, to which the paths of its inputs are added.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="isAgreement">True for an agreement, false for measures.</param>
    public static string PathOf(string id, bool isAgreement)
    {
        ArgumentNullException.ThrowIfNull(id);
        return isAgreement ? Agreements + id : Measures + id[..^Ending.Length];
    }

    /// <summary>True for the path of an input of an agreement or of measures.</summary>
    public static bool Begins(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith(Agreements, StringComparison.Ordinal) || path.StartsWith(Measures, StringComparison.Ordinal);
    }
}

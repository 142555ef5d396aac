using CorridorSim.Model.Indices;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Conditions;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>An agreement or the measures of a country, as a scenario states them.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="IsAgreement">True for an agreement.</param>
/// <param name="Parties">The parties.</param>
/// <param name="Source">Where its text is published.</param>
/// <param name="SignedMonth">Month of signature.</param>
/// <param name="Sunset">Month of its end; positive infinity for none.</param>
/// <param name="Provisions">Its clauses.</param>
/// <param name="Conditions">Its conditions.</param>
public sealed record InstrumentText(
    string Id,
    string Title,
    bool IsAgreement,
    IReadOnlyList<CountryIndex> Parties,
    string Source,
    double SignedMonth,
    double Sunset,
    IReadOnlyList<ProvisionText> Provisions,
    IReadOnlyList<ConditionText> Conditions)
{
    /// <summary>How far its parties keep to it.</summary>
    public IReadOnlyList<ComplianceText> Compliance { get; init; } = [];

    /// <summary>Path of the instrument, to which the paths of its numbers are added.</summary>
    public string Path => InstrumentName.PathOf(Id, IsAgreement);

    /// <summary>Path of the size of a provision, where no other scenario has the same name for something else.</summary>
    public string PathOf(ProvisionText provision)
    {
        ArgumentNullException.ThrowIfNull(provision);
        return $"{Path}.provisions.{provision.Id}.{provision.SizeKey}";
    }
}

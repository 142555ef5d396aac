using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>
/// An agreement between countries, or all unilateral measures of one country: a list of provisions with dates and
/// conditions. It owns no physics; without provisions it changes nothing.
/// </summary>
/// <param name="Id">Identifier, unique in the plan.</param>
/// <param name="Title">Title in words.</param>
/// <param name="IsAgreement">True for an agreement, false for the measures of one country.</param>
/// <param name="Parties">The countries.</param>
/// <param name="Source">Where its text is published.</param>
/// <param name="SignedMonth">Slot: month of signature (see <see cref="CalendarMonth"/>).</param>
/// <param name="SunsetMonth">Slot: month in which it ends; positive infinity for never.</param>
/// <param name="Provisions">Its clauses.</param>
/// <param name="Conditions">Rules that suspend, resume, scale or end it.</param>
public sealed record Instrument(
    string Id,
    string Title,
    bool IsAgreement,
    IReadOnlyList<CountryIndex> Parties,
    string Source,
    Slot SignedMonth,
    Slot SunsetMonth,
    IReadOnlyList<Provision> Provisions,
    IReadOnlyList<Condition> Conditions)
{
    /// <summary>How far its parties keep to it; a party without a rule keeps to it wholly.</summary>
    public IReadOnlyList<Compliance> Compliance { get; init; } = [];

    /// <summary>The series that it watches.</summary>
    public IEnumerable<SeriesKey> Watched() => Conditions.Select(c => c.Indicator).OfType<SeriesKey>().Concat(Compliance.Select(c => c.Inflow))
        .Concat(Provisions.SelectMany(p => p.Counted?.Counted ?? []));

    /// <summary>Name of a country's part in it, as series have it: <c>us-panama@PAN</c>.</summary>
    public string With(string country) => $"{Id}@{country}";
}

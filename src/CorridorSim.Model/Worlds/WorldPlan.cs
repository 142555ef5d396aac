using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Worlds;

/// <summary>
/// The structure that all lanes of an experiment share: who exists, how they are connected, which instruments there are.
/// Numbers are not in it but in slots, so that they can differ from lane to lane. Immutable, and plain data.
/// </summary>
public sealed record WorldPlan
{
    private List<CommunityIndex>[]? _homes;

    /// <summary>Identifier of the world.</summary>
    public required string Id { get; init; }

    /// <summary>All inputs; everything else refers to them by index.</summary>
    public required IReadOnlyList<InputSlot> Slots { get; init; }

    /// <summary>Rows of joint samples that <see cref="DistributionKind.Sample"/> inputs draw from; may be empty.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Samples { get; init; }

    /// <summary>Slots of the behavioural parameters.</summary>
    public required Behaviour Behaviour { get; init; }

    /// <summary>Countries; each is a participant.</summary>
    public required IReadOnlyList<Country> Countries { get; init; }

    /// <summary>Nationalities.</summary>
    public required IReadOnlyList<Nationality> Nationalities
    {
        get;
        init => (field, _homes) = (value, null);
    }

    /// <summary>Communities.</summary>
    public required IReadOnlyList<Community> Communities
    {
        get;
        init => (field, _homes) = (value, null);
    }

    /// <summary>Diasporas in countries that have channels.</summary>
    public required IReadOnlyList<Diaspora> Diasporas { get; init; }

    /// <summary>Places on routes.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>Legs between places.</summary>
    public required IReadOnlyList<Leg> Legs { get; init; }

    /// <summary>Passages whose irregular entries are shown first, for example <c>COL&gt;PAN</c>; may be empty.</summary>
    public IReadOnlyList<string> HeadlinePassages { get; init; } = [];

    /// <summary>Destination borders.</summary>
    public required IReadOnlyList<Border> Borders { get; init; }

    /// <summary>Irregular routes.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>Legal channels.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Procedures in which people ask for protection.</summary>
    public IReadOnlyList<Procedure> Procedures { get; init; } = [];

    /// <summary>Agreements, and per country its unilateral measures; each is a participant.</summary>
    public required IReadOnlyList<Instrument> Instruments { get; init; }

    /// <summary>The communities of a nationality in its home country, ascending: who is returned joins them, and they are its population.</summary>
    /// <param name="nationality">Index of the nationality.</param>
    public IReadOnlyList<CommunityIndex> HomeCommunities(int nationality) => (_homes ??= Homes())[nationality];

    /// <summary>All at once: who asks for each nationality or community would otherwise go through all communities each time.</summary>
    private List<CommunityIndex>[] Homes()
    {
        List<CommunityIndex>[] homes = [.. Nationalities.Select(_ => new List<CommunityIndex>())];
        for (var c = 0; c < Communities.Count; c++)
        {
            var nationality = Communities[c].Nationality;
            if (Communities[c].Country == Communities[Nationalities[nationality].HomeCommunity.Index].Country)
            {
                homes[nationality].Add(new CommunityIndex(c));
            }
        }

        return homes;
    }
}

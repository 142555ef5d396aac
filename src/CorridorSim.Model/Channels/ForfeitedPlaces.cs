using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>
/// What crossing a border irregularly forfeits for one nationality, F = omega T p / (T p + H), log units: the worth of a sure place
/// times the chance of one within T months, for p places a month from which crossing bars and H people who would consider to
/// move at the start.
/// </summary>
internal sealed class ForfeitedPlaces
{
    private readonly InputRow _weight;
    private readonly InputRow _hopeMonths;
    private readonly Lot[] _lots;
    private readonly int _forfeited;

    public ForfeitedPlaces(CountryContext context, int nationality)
    {
        var world = context.World;
        _weight = context.Policy.Input(world.Behaviour.ForfeitureWeight);
        _hopeMonths = context.Policy.Input(world.Behaviour.HopeMonths);
        _forfeited = context.Row();
        _lots =
        [
            .. from channel in world.Channels
               where channel.Forfeiture is not null
               from lot in channel.Lots
               let own = lot.Communities.Where(c => world.Communities[c.Index].Nationality == nationality).ToArray()
               where own.Length > 0
               let parts = new LotShare(world, channel, lot)
               select new Lot(
                   context.Policy.Input(channel.Forfeiture!.Value),
                   context.Policy.Input(lot.Places),
                   lot.Terms is { IsYearly: true },
                   context.Row(o => Sum(own, c => parts.Of(context.Block.Inputs, c, o))),
                   own),
        ];
        var people = _lots.SelectMany(l => l.Communities).Distinct().ToArray();
        People = context.Row(o => Sum(people, c => context.Block.Inputs[world.Communities[c.Index].Persons, o] * context.Block.Inputs[world.Communities[c.Index].ReadyShare, o]));
    }

    private int People { get; }

    /// <inheritdoc cref="ISection.Prepare"/>
    public void Prepare(Octet octet)
    {
        var hoped = LaneVector.Zero;
        foreach (var lot in _lots)
        {
            hoped += lot.Bars[octet] * OfferedPlaces.PerMonth(lot.Places[octet], lot.IsYearly) * octet[lot.Share];
        }

        hoped *= _hopeMonths[octet];
        octet[_forfeited] = Forfeiture.Of(_weight[octet], hoped, octet[People]);
    }

    /// <summary>F of eight lanes, as the last policy has it.</summary>
    public LaneVector Of(Octet octet) => octet[_forfeited];

    private static LaneVector Sum(CommunityIndex[] communities, Func<CommunityIndex, LaneVector> part)
    {
        var sum = LaneVector.Zero;
        foreach (var community in communities)
        {
            sum += part(community);
        }

        return sum;
    }

    /// <summary>A lot of places: from what share of it crossing bars, and the row of the nationality's part of it.</summary>
    private sealed record Lot(InputRow Bars, InputRow Places, bool IsYearly, int Share, CommunityIndex[] Communities);
}

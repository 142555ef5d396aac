using CorridorSim.Model.Inputs;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Scenarios.Levers;

/// <summary>Where a lever acts: the keys of a file that say so, and the inputs of the world that they lead to.</summary>
/// <param name="Keys">Keys that say where; a question mark at the end means optional.</param>
public abstract record LeverSubject(params IReadOnlyList<string> Keys)
{
    private const string Channel = "channel";
    private const string Border = "border";
    private const string People = "nationalities";

    /// <summary>An input of a channel.</summary>
    /// <param name="Input">The input; null where there is none.</param>
    /// <param name="WhereNamed">Why a channel into which people are named has none; <c>{0}</c> stands for the channel.</param>
    public sealed record OfChannel(Func<Channel, Slot?> Input, string WhereNamed = "nobody applies to {0}, people are named; only its capacity can be changed, by channel-capacity")
        : LeverSubject(LeverSubject.Channel);

    /// <summary>An input of a leg.</summary>
    /// <param name="Input">The input; null where there is none.</param>
    /// <param name="WhereNone">Why a leg has none; <c>{0}</c> stands for the leg.</param>
    public sealed record OfLeg(Func<Leg, Slot?> Input, string WhereNone = "the leg {0} has no such input in this world") : LeverSubject("leg");

    /// <summary>An input of a border, whatever the nationality.</summary>
    /// <param name="Input">The input.</param>
    public sealed record OfBorder(Func<Border, Slot> Input) : LeverSubject(LeverSubject.Border);

    /// <summary>An input of what a border does with a nationality.</summary>
    /// <param name="Input">The input.</param>
    public sealed record OfRegime(Func<BorderRegime, Slot> Input) : LeverSubject(LeverSubject.Border, People);

    /// <summary>An input of a country.</summary>
    /// <param name="Input">The input.</param>
    public sealed record OfCountry(Func<Country, Slot> Input) : LeverSubject("country");

    /// <summary>An input of a country for a nationality, by its index.</summary>
    /// <param name="Input">The input; null where there is none.</param>
    /// <param name="WhereNone">Why there is none; <c>{0}</c> stands for the country, <c>{1}</c> for the nationality.</param>
    public sealed record OfCountryNationality(Func<Country, int, Slot?> Input, string WhereNone) : LeverSubject("country", People);

    /// <summary>An input of a procedure for claims.</summary>
    /// <param name="Input">The input.</param>
    public sealed record OfProcedure(Func<Procedure, Slot> Input) : LeverSubject("procedure");

    /// <summary>An input of nationalities in a procedure for claims.</summary>
    /// <param name="Input">The input.</param>
    public sealed record OfClaimants(Func<ProcedureNational, Slot> Input) : LeverSubject("procedure", People);

    /// <summary>An input of a way by which people come to claim.</summary>
    /// <param name="Input">The input.</param>
    public sealed record OfWay(Func<ClaimWay, Slot> Input) : LeverSubject("way");

    /// <summary>The flow of nationalities over a way by which people come to claim.</summary>
    public sealed record WayFlow() : LeverSubject("way", People);

    /// <summary>An input of nationalities.</summary>
    /// <param name="Input">The input.</param>
    public sealed record OfNationality(Func<Nationality, Slot> Input) : LeverSubject(People);

    /// <summary>An input of the users of a route.</summary>
    /// <param name="Input">The input.</param>
    public sealed record OfRouteUser(Func<RouteUser, Slot> Input) : LeverSubject("route", People);

    /// <summary>Places of a channel, those of all or a lot of its own for some applicants.</summary>
    public sealed record Places() : LeverSubject(LeverSubject.Channel, "apply-from?", People + "?");

    /// <summary>Appointments at the ports of a border, for all or for one nationality.</summary>
    public sealed record Appointments() : LeverSubject(LeverSubject.Border, People + "?");

    /// <summary>What people of some nationalities believe of a border.</summary>
    public sealed record Belief() : LeverSubject(LeverSubject.Border, People, "route?");
}

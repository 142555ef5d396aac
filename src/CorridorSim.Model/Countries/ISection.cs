using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Countries;

/// <summary>A part of a country with rules of its own.</summary>
internal interface ISection
{
    /// <summary>Works out, for eight lanes, what stays the same until policy changes again; called before the first tick too.</summary>
    void Prepare(Octet octet);

    /// <summary>Advances eight lanes by one tick.</summary>
    void Advance(Octet octet);
}

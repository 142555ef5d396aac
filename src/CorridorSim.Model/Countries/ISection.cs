namespace CorridorSim.Model.Countries;

/// <summary>A part of a country with rules of its own.</summary>
internal interface ISection
{
    /// <summary>Takes its input handles when the tables stand.</summary>
    void Start();

    /// <summary>Advances eight lanes by one tick.</summary>
    void Advance(int octet);
}

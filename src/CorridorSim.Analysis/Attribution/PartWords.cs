using CorridorSim.Analysis.Words;

namespace CorridorSim.Analysis.Attribution;

/// <summary>Names of the parts of an effect: clauses in words, with their agreement where several take part.</summary>
/// <param name="places">Names of the world.</param>
/// <param name="players">All parts.</param>
public sealed class PartWords(PlaceWords places, IReadOnlyList<WhyPlayer> players)
{
    private readonly bool _hasOneInstrument = players.Select(p => p.Agreement).Distinct().Count() < 2;

    /// <summary>Names of the world.</summary>
    public PlaceWords Places { get; } = places;

    /// <summary>Name of a part, such as <c>work visas</c> or <c>Mexico: visa for Venezuelans</c>.</summary>
    public string this[WhyPlayer part]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(part);
            return part.Provision switch
            {
                "" => Places.Instrument(part.Agreement),
                WhyQuestion.Terms when _hasOneInstrument => "dates and conditions",
                WhyQuestion.Terms => $"dates and conditions ({Places.Instrument(part.Agreement)})",
                _ when _hasOneInstrument => Places.Provision(part.ToString()),
                _ => Places.Measure(part.ToString()),
            };
        }
    }
}

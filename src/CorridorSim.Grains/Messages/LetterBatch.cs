using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Messages;

/// <summary>Letters that travel in one call; inside a silo they are passed on without a copy.</summary>
/// <param name="Letters">The letters, in order of wire.</param>
[GenerateSerializer]
[Immutable]
public sealed record LetterBatch([property: Id(0)] ReadOnlyMemory<Letter> Letters);

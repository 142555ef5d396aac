namespace CorridorSim.Grains.Tests;

/// <summary>Tests that share the cluster of three silos.</summary>
[CollectionDefinition(ThreeSilos.Name)]
public sealed class ThreeSilosCollection : ICollectionFixture<ThreeSilos>
{
}

namespace CorridorSim.Cli.Tests.Cluster;

/// <summary>Tests that share three workers; one disturbs them at a time.</summary>
[CollectionDefinition(ThreeWorkers.Name)]
public sealed class ThreeWorkersCollection : ICollectionFixture<ThreeWorkers>
{
}

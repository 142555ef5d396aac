namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>All tests that share one program and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class DashboardCollection : ICollectionFixture<DashboardServer>
{
    public const string Name = "dashboard";
}

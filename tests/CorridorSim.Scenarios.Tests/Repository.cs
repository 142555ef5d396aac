namespace CorridorSim.Scenarios.Tests;

/// <summary>Finds the folders of the repository from where the tests run.</summary>
internal static class Repository
{
    /// <summary>The shipped scenarios.</summary>
    public static string Scenarios { get; } = Path.Combine(Root(), "scenarios");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CorridorSim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}

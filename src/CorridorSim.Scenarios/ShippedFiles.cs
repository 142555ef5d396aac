namespace CorridorSim.Scenarios;

/// <summary>Finds the scenarios and worlds that come with the program, wherever it is started from.</summary>
public static class ShippedFiles
{
    /// <summary>Name of the folder of scenarios.</summary>
    public const string FolderName = "scenarios";

    /// <summary>Folder of the shipped scenarios: beside the program, or in the repository above it; null when there is none.</summary>
    public static string? Scenarios { get; } = Find();

    /// <summary>Folder of a shipped world; null when there is none of that name.</summary>
    /// <param name="name">Name of the world, for example <c>americas</c>.</param>
    public static string? World(string name)
    {
        var folder = Scenarios is null ? null : Path.Combine(Scenarios, "worlds", name);
        return Directory.Exists(folder) ? folder : null;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, FolderName);
            if (Directory.Exists(Path.Combine(candidate, "worlds")))
            {
                return candidate;
            }
        }

        return null;
    }
}

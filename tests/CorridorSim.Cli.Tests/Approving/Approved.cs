using System.Text.RegularExpressions;

namespace CorridorSim.Cli.Tests.Approving;

/// <summary>
/// Texts that somebody has read and approved, one file each beside this one. What changes with the day, the machine or the build is
/// named instead. <c>bash tests/approve.sh</c> writes them anew; the change is then read in the difference and committed.
/// </summary>
internal static partial class Approved
{
    private static readonly bool Renews = Environment.GetEnvironmentVariable("CORRIDORSIM_APPROVE") == "yes";

    /// <summary>Holds a text against the approved one.</summary>
    /// <param name="name">Name of the file, without its ending.</param>
    /// <param name="text">What the program says now.</param>
    public static void Check(string name, string text)
    {
        var path = Path.Combine(Repository.Root, "tests", "CorridorSim.Cli.Tests", "Approving", "Approved", $"{name}.txt");
        var now = Lasting(text);
        if (Renews)
        {
            File.WriteAllText(path, now);
        }

        Assert.True(File.ReadAllText(path) == now, $"{name} differs from what was approved{FirstDifference(File.ReadAllLines(path), now.Split('\n'))}. If that is meant: bash tests/approve.sh");
    }

    private static string FirstDifference(string[] approved, string[] now)
    {
        var line = Enumerable.Range(0, Math.Max(approved.Length, now.Length)).First(i => approved.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $", first in line {line + 1}:{Environment.NewLine}approved: {approved.ElementAtOrDefault(line)}{Environment.NewLine}now:      {now.ElementAtOrDefault(line)}{Environment.NewLine}";
    }

    private static string Lasting(string text)
    {
        text = Folder().Replace(text.ReplaceLineEndings("\n"), "folder  FOLDER");
        text = Run().Replace(text, "$1-RUN");
        text = Seconds().Replace(text, "in SECONDS s");
        text = Time().Replace(text, "TIME");
        return Version().Replace(text, "VERSION");
    }

    [GeneratedRegex(@"^folder  .*$", RegexOptions.Multiline)]
    private static partial Regex Folder();

    [GeneratedRegex(@"\b([a-z0-9-]+)-[0-9]{8}-[0-9]{6}-[0-9a-f]{6}\b")]
    private static partial Regex Run();

    [GeneratedRegex(@"\bin [0-9.,]+ s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9.]+)?( UTC|Z|\+00:00)?")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(?!127\.|0\.0\.0\.0)[0-9]+\.[0-9]+\.[0-9]+(\.[0-9]+|(-[a-z0-9.]+)?\+[0-9a-f.]+)")]
    private static partial Regex Version();
}

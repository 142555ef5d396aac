using System.Text.RegularExpressions;

namespace CorridorSim.Architecture.Tests;

/// <summary>A number or a text with a name stands in one file: two constants of one name and one value are one idea written twice.</summary>
public sealed partial class RepeatedConstantTests
{
    [Fact]
    public void No_constant_stands_in_two_files()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

        Assert.Empty(Repeated(sources));
    }

    [Fact]
    public void A_planted_one_is_found_and_one_that_refers_to_another_is_none()
    {
        const string Twice = "    private const double Least = 0.05;";

        Assert.Equal(["Least = 0.05: a.cs, b.cs"], Repeated([("a.cs", Twice), ("b.cs", Twice)]));
        Assert.Empty(Repeated([("a.cs", Twice), ("b.cs", "    private const double Least = Other.Least;")]));
        Assert.Empty(Repeated([("a.cs", Twice), ("b.cs", "    private const double Least = 0.1;")]));
    }

    private static string[] Repeated(IEnumerable<(string File, string Text)> sources) =>
    [
        .. sources.SelectMany(s => Constant().Matches(s.Text).Select(m => (Said: $"{m.Groups["name"].Value} = {m.Groups["value"].Value}", s.File))).Distinct()
            .GroupBy(c => c.Said, c => c.File).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal),
    ];

    // What refers to another constant says it once more by name, not by value.
    [GeneratedRegex(@"\bconst \w+ (?<name>\w+) = (?<value>-?[\d""][^;]*);")]
    private static partial Regex Constant();
}

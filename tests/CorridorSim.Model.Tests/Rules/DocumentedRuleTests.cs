using System.Text.RegularExpressions;

namespace CorridorSim.Model.Tests.Rules;

/// <summary>The model's description names a rule for each submodel, and each rule is a file with a test class of its own.</summary>
public sealed partial class DocumentedRuleTests
{

    [Fact]
    public void Every_submodel_names_the_rules_that_it_consists_of()
    {
        var submodels = Submodel().Matches(Section("## Submodels", "## Rules")).Select(m => m.Groups[1].Value).ToArray();

        Assert.Equal(Enumerable.Range(1, submodels.Length), Submodel().Matches(Section("## Submodels", "## Rules")).Select(m => int.Parse(m.Value.Split('.')[0], null)));
        Assert.Equal(submodels, Rows().Select(r => r.Paragraph).Where(p => !Others.Contains(p)));
        Assert.Equal(Others, Rows().Select(r => r.Paragraph).Where(Others.Contains));
        Assert.All(Rows(), r => Assert.NotEmpty(r.Rules));
    }

    [Fact]
    public void Every_rule_that_is_named_is_a_file_and_every_file_is_named()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "CorridorSim.Model", "Rules"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(files.Order(StringComparer.Ordinal), Named().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_test_class_of_its_own_with_a_table()
    {
        var classes = typeof(DocumentedRuleTests).Assembly.GetTypes().Where(t => !t.IsNested && t.Namespace?.StartsWith(typeof(DocumentedRuleTests).Namespace!, StringComparison.Ordinal) == true).ToDictionary(t => t.Name);

        Assert.All(Named(), rule =>
        {
            Assert.True(classes.TryGetValue(rule + "Tests", out var tests), $"{rule} has no class {rule}Tests");
            var tables = tests.GetMethods().Where(m => m.GetCustomAttributes(typeof(TheoryAttribute), false).Length > 0);
            Assert.True(tables.Any(m => m.GetCustomAttributes(typeof(InlineDataAttribute), false).Length >= 3), $"{rule}Tests has no table of at least three rows");
        });
    }

    [Fact]
    public void Every_rule_says_where_the_model_is_described_and_what_its_numbers_are()
    {
        Assert.All(Named(), rule =>
        {
            var text = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(Repository.Root, "src", "CorridorSim.Model", "Rules"), rule + ".cs", SearchOption.AllDirectories)));
            Assert.True(text.Contains("docs/model.md", StringComparison.Ordinal), $"{rule} does not say which part of docs/model.md it is");
        });
    }

    private static string[] Others => ["Initialisation", "Inputs", "Conservation"];

    private static string[] Named() => [.. Rows().SelectMany(r => r.Rules).Distinct()];

    private static (string Paragraph, string[] Rules)[] Rows() =>
    [
        .. Section("## Rules", "## Conservation").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal) && !line.StartsWith("| paragraph", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], Rule().Matches(cells[2]).Select(m => m.Groups[1].Value).ToArray())),
    ];

    private static string Section(string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "model.md"));
        var (first, last) = (text.IndexOf(from, StringComparison.Ordinal), text.IndexOf(to, StringComparison.Ordinal));
        Assert.True(first >= 0 && last > first, $"docs/model.md has no part from '{from}' to '{to}'");
        return text[first..last];
    }

    [GeneratedRegex(@"(?m)^\d+\. \*\*([^*]+)\*\*")]
    private static partial Regex Submodel();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Rule();
}

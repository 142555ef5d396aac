using System.Text;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Texts;

/// <summary>Encodings, tabs, quotes and identifiers of files that people save in their own ways.</summary>
public sealed class TextFileTests : IDisposable
{
    private const string Text = "corridorsim: 1\nid: tiny\ntitle: Café\nworld: world\nhorizon: { from: 2022-10, to: 2023-03 }\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-texts-").FullName;

    public TextFileTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "world"));
        foreach (var table in Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, "worlds", "ukraine-uk")))
        {
            File.Copy(table, Path.Combine(_folder, "world", Path.GetFileName(table)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Utf_8_with_and_without_a_mark_and_with_any_ends_of_lines_means_the_same()
    {
        var plain = Load(Encoding.UTF8.GetBytes(Text));
        var marked = Load([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]);
        var windows = Load(Encoding.UTF8.GetBytes(Text.Replace("\n", "\r\n", StringComparison.Ordinal)));

        Assert.Equal("Café", plain!.Scenario.Title);
        Assert.Equal(plain.Scenario.Canonical, marked!.Scenario.Canonical);
        Assert.Equal(plain.Scenario.Canonical, windows!.Scenario.Canonical);
    }

    [Fact]
    public void Other_encodings_are_refused_with_the_place()
    {
        Assert.Equal("s.yaml:3:11", Place(Encoding.Latin1.GetBytes(Text), "as UTF-8"));
        Assert.Equal("s.yaml:1:1", Place([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)], "UTF-16"));
        Assert.Equal("s.yaml:1:1", Place(Encoding.BigEndianUnicode.GetBytes(Text), "UTF-16"));
    }

    [Theory]
    [InlineData("measures:\n  GBR:\n\t\thomes: { lever: fee }\n", 8, 1)]
    [InlineData("measures:\n  GBR:\n    homes:\n \tlever: fee\n", 9, 2)]
    public void A_tab_in_the_indentation_is_reported_where_it_stands(string more, int line, int column) =>
        Assert.Equal($"s.yaml:{line}:{column}", Place(Encoding.UTF8.GetBytes(Text + more), "a tab in the indentation"));

    [Theory]
    [InlineData("communities.csv", "CZE,UKR,", "\"CZE,UKR,", "the quote of line 5 is never closed")]
    [InlineData("communities.csv", "CZE,UKR,325245", "CZE,UKR,\"325,245\"", "'325,245' is not a number; write 325245")]
    [InlineData("communities.csv", "country,nationality", "country;nationality", "is missing")]
    [InlineData("communities.csv", ",kind,", ",kind,kindd,", "unknown column 'kindd'; did you mean 'kind'?")]
    [InlineData("communities.csv", ",kind,", ",kind,,", "the column has no name")]
    [InlineData("channels.csv", "gbr-family-scheme,", "gbr.family,", "has the character '.'")]
    [InlineData("channels.csv", "gbr-family-scheme,", ",", "the identifier is empty")]
    [InlineData("channels.csv", "gbr-family-scheme,", "*,", "has the character '*'")]
    [InlineData("channels.csv", "gbr-family-scheme,", "a b,", "has the character ' '")]
    [InlineData("channels.csv", "gbr-family-scheme,", "\"a\nb\",", "has the character")]
    [InlineData("channels.csv", "gbr-family-scheme,", "ALL,", "a word that files and paths use otherwise")]
    [InlineData("nationalities.csv", "UKR,", "U.K,", "has the character '.'")]
    public void Cells_that_spreadsheets_and_haste_leave_behind_are_reported(string table, string old, string changed, string message)
    {
        var path = Path.Combine(_folder, "world", table);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + changed + text[(at + old.Length)..]);

        Assert.Contains(Diagnostics(Encoding.UTF8.GetBytes(Text)), d => d.File.EndsWith(table, StringComparison.Ordinal) && d.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_all_that_is_said_of_its_table()
    {
        var path = Path.Combine(_folder, "world", "countries.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace(",Czechia", ",\"Czechia", StringComparison.Ordinal));

        var said = Assert.Single(Diagnostics(Encoding.UTF8.GetBytes(Text)), d => d.File.EndsWith("countries.csv", StringComparison.Ordinal));
        Assert.Equal("the quote of line 4 is never closed; add the second one", said.Message);
    }

    [Fact]
    public void An_identifier_of_three_hundred_letters_or_with_a_character_of_code_0_is_refused()
    {
        Assert.Contains("64", Scenarios.Texts.IdentifierText.RowComplaint(new string('a', 300)), StringComparison.Ordinal);
        Assert.Contains("has the character", Scenarios.Texts.IdentifierText.RowComplaint("a\0b"), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_rows_of_commas_are_passed_over()
    {
        File.AppendAllText(Path.Combine(_folder, "world", "communities.csv"), ",,,,,\n,,,,,\n");

        Assert.NotNull(Load(Encoding.UTF8.GetBytes(Text)));
    }

    [Fact]
    public void A_folder_is_no_file() => Assert.Contains(DiagnosticsOf(_folder), d => d.Message.Contains("is a folder", StringComparison.Ordinal));

    [Theory]
    [InlineData("value: 6.000, range: [2000, 20000]", "6 lies outside its own range 2000 to 20000")]
    [InlineData("value: 60000, range: [2000, 20000]", "60000 lies outside its own range")]
    [InlineData("value: '600'", "'600' is a text; write it without quotes")]
    [InlineData("value: 6_000", "'6_000' is not a number; write 6000")]
    public void A_size_outside_its_own_range_or_in_another_spelling_is_refused_at_its_line(string size, string message)
    {
        var found = Diagnostics(Encoding.UTF8.GetBytes($"{Text}measures:\n  GBR:\n    homes:\n      lever: fee\n      channel: gbr-family-scheme\n      from: 2022-10\n      kusd: {{ {size}, basis: assumption }}\n".Replace("lever: fee", "lever: channel-capacity", StringComparison.Ordinal).Replace("kusd", "places-per-month", StringComparison.Ordinal)));

        Assert.Contains(found, d => d.Line == 12 && d.Message.Contains(message, StringComparison.Ordinal));
    }

    private string Place(byte[] bytes, string message)
    {
        var found = Diagnostics(bytes).First(d => d.Message.Contains(message, StringComparison.Ordinal));
        return $"{Path.GetFileName(found.File)}:{found.Line}:{found.Column}";
    }

    private IReadOnlyList<Diagnostic> Diagnostics(byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder, "s.yaml"), bytes);
        return DiagnosticsOf(Path.Combine(_folder, "s.yaml"));
    }

    private static IReadOnlyList<Diagnostic> DiagnosticsOf(string path)
    {
        var bag = new DiagnosticBag();
        _ = CompiledScenario.Load(path, [], bag);
        return bag.Sorted;
    }

    private CompiledScenario? Load(byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder, "s.yaml"), bytes);
        return CompiledScenario.Load(Path.Combine(_folder, "s.yaml"), [], new DiagnosticBag());
    }
}

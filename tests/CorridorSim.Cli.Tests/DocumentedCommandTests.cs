using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace CorridorSim.Cli.Tests;

/// <summary>What README and docs/command-line.md tell people to type, typed.</summary>
public sealed class DocumentedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim").FullName;

    public DocumentedCommandTests() =>
        Directory.CreateSymbolicLink(Path.Combine(_folder, "scenarios"), Repository.Scenarios);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Samples_of_the_page_on_the_command_line_do_what_it_says_and_the_runs_open_in_duckdb()
    {
        foreach (var command in Samples())
        {
            var (code, output, error) = await BuiltProgram.StartInAsync(_folder, Words(command));

            Assert.True(code == 0, $"{command}{Environment.NewLine}{error}");
            Assert.NotEmpty(output);
        }

        Assert.StartsWith("model,scenario,region", await File.ReadAllTextAsync(Path.Combine(_folder, "first.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        AssertOpensInDuckDb();
    }

    private void AssertOpensInDuckDb()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var sql = Regex.Match(readme, "```sql\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql.Replace("runs/", Path.Combine(_folder, "runs") + "/", StringComparison.Ordinal);
        using var rows = command.ExecuteReader();
        var count = 0;
        while (rows.Read())
        {
            count++;
        }

        Assert.Equal(10, count);
    }

    private static string[] Samples()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "command-line.md"));
        string[] samples =
        [
            .. Regex.Matches(page, "<!-- run by tests -->\n```bash\n(.*?)```", RegexOptions.Singleline)
                .SelectMany(m => m.Groups[1].Value.Split('\n')).Where(l => l.StartsWith("corridorsim ", StringComparison.Ordinal)),
        ];
        Assert.True(samples.Length >= 17);
        return samples;
    }

    /// <summary>The words of a line, as a shell takes them apart, without the first.</summary>
    private static string[] Words(string line) =>
        [.. Regex.Matches(line, "'([^']*)'|\"([^\"]*)\"|(\\S+)").Skip(1).Select(m => m.Groups[1].Value + m.Groups[2].Value + m.Groups[3].Value)];
}

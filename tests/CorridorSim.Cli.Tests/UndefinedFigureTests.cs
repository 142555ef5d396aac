using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>Waits of nobody, as a person sees them who opens one scheme or closes another.</summary>
public sealed class UndefinedFigureTests(OpenedScheme schemes) : IClassFixture<OpenedScheme>
{
    private const string New = "gbr-homes-for-ukraine";

    [Fact]
    public void A_wait_of_nobody_has_no_effect_and_no_verdict_in_a_run()
    {
        var opened = schemes.Opened.GetProperty("effects").EnumerateArray().Single(e => e.GetProperty("indicator").GetString() == $"median wait: {New}");
        var closed = schemes.Closed.GetProperty("effects").EnumerateArray().Where(e => e.GetProperty("indicator").GetString()!.StartsWith("median wait", StringComparison.Ordinal));

        Assert.Equal(("NaN", "NaN", "not defined"), (Text(opened, "baseMedian"), Text(opened, "differenceMedian"), Text(opened, "verdict")));
        Assert.Equal("nobody admitted in tiny", Text(opened, "gap"));
        Assert.True(opened.GetProperty("otherMedian").GetDouble() > 0);
        Assert.Equal(["nobody admitted in closed", "nobody admitted in either"], closed.Select(e => Text(e, "gap")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Show_says_who_has_no_wait_instead_of_0()
    {
        var (_, output, _) = await schemes.Program.StartAsync("show", schemes.Closed.GetProperty("runId").GetString()!, "--runs", schemes.Program.Runs);

        Assert.Contains($"nobody admitted in either: {New}", output, StringComparison.Ordinal);
        Assert.Contains("nobody admitted in closed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"relative(admissions:{New}) > 10%", 3)]
    [InlineData($"relative(admissions:{New}) <= 10%", 3)]
    [InlineData($"wait:{New} > 0", 3)]
    [InlineData($"verdict(wait:{New}) = exactly-zero", 3)]
    [InlineData($"other(wait:{New}) > 0", 6)]
    [InlineData($"other(wait:{New}) < 0", 0)]
    [InlineData($"admissions:{New} > 0 or wait:{New} > 0", 6)]
    public async Task A_gate_on_what_is_not_a_number_does_not_go_green(string condition, int expected)
    {
        var id = schemes.Opened.GetProperty("runId").GetString()!;

        var (code, _, error) = await schemes.Program.StartAsync("compare", $"{id}:tiny", id, "--runs", schemes.Program.Runs, "--fail-if", condition);

        Assert.Equal(expected, code);
        Assert.Equal(code == 3, error.Contains("cannot be judged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tables_have_no_value_where_nobody_is_admitted()
    {
        var id = schemes.Closed.GetProperty("runId").GetString()!;
        var (_, answer, _) = await schemes.Program.StartAsync(
            "query",
            $"select variable, count(value), count(*) filter (value = 0) from series where run = '{id}' and variant = 'closed' and variable like '%wait' group by variable union all select 'summary', count(median), max(lanes) from summary where run = '{id}' and variant = 'closed' and variable = 'wait' order by 1",
            "--runs", schemes.Program.Runs);
        var csv = Path.Combine(schemes.Folder, "closed.csv");
        await schemes.Program.StartAsync("export", id, "--all", "--out", csv, "--runs", schemes.Program.Runs);
        var cells = (await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken)).Where(l => l.Contains(",wait,", StringComparison.Ordinal) && l.Contains(",closed,", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["mean-wait,0,0", "summary,0,0", "wait,0,0"], answer.ReplaceLineEndings("\n").Trim().Split('\n').Skip(1));
        Assert.NotEmpty(cells);
        Assert.All(cells, c => Assert.EndsWith(",,months", c, StringComparison.Ordinal));
    }

    private static string? Text(JsonElement effect, string name) => effect.GetProperty(name).GetString();
}

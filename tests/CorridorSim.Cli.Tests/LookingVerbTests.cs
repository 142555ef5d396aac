using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>The verbs that look at runs, scenarios and worlds, as people and as programs read them.</summary>
public sealed class LookingVerbTests(ComparedRun run) : IClassFixture<ComparedRun>
{
    [Fact]
    public async Task List_and_show_say_what_is_kept()
    {
        var (_, listed, _) = await run.Program.StartAsync("list", "--runs", run.Program.Runs);
        Assert.Contains(run.Id, listed, StringComparison.Ordinal);
        Assert.Contains("for comparison", listed, StringComparison.Ordinal);
        var runs = (await JsonAsync("list", "--runs", run.Program.Runs)).GetProperty("runs");
        Assert.Contains(runs.EnumerateArray(), r => r.GetProperty("id").GetString() == run.Id);

        var (_, shown, _) = await run.Program.StartAsync("show", run.Id, "--runs", run.Program.Runs);
        Assert.Contains("Irregular entries", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 150));
        var document = await JsonAsync("show", run.Id, "--runs", run.Program.Runs);
        Assert.Equal(run.Id, document.GetProperty("manifest").GetProperty("id").GetString());
        Assert.NotEmpty(document.GetProperty("headline").EnumerateArray());
    }

    [Fact]
    public async Task Query_answers_with_columns_and_rows()
    {
        var answer = await JsonAsync("query", "select lane, inputs from lanes where lane < 2 order by lane", "--runs", run.Program.Runs);

        Assert.Equal(["lane", "inputs"], answer.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!));
        var rows = answer.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(1, rows[1][0].GetInt64());
        Assert.Equal(JsonValueKind.Object, rows[0][1].ValueKind);
    }

    [Fact]
    public async Task Resolve_tells_the_whole_scenario_or_what_differs()
    {
        var document = await JsonAsync("resolve", "scenarios/us-panama-2022.yaml", "--set", "ensemble.replicates=3");
        Assert.Equal(3, document.GetProperty("scenario").GetProperty("ensemble").GetProperty("replicates").GetDouble());
        Assert.Equal("americas-history", document.GetProperty("parent").GetString());

        var (_, words, _) = await run.Program.StartAsync("resolve", "scenarios/us-panama-2022.yaml", "--diff");
        Assert.Contains(
            "adds agreements.us-panama.provisions.protection: lever protection-capacity, country PAN, places-per-month 300 (range [0, 1500], basis assumption), from 2022-10",
            words,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_schemas_and_messages_are_told_as_json_too()
    {
        var figures = (await JsonAsync("parameters", "visa-penalty")).GetProperty("parameters");
        Assert.All(figures.EnumerateArray(), f => Assert.NotEmpty(f.GetProperty("source").GetString()!));

        foreach (var kind in new[] { "scenario", "compare" })
        {
            var (code, schema, _) = await run.Program.StartAsync("schema", kind);
            Assert.Equal(0, code);
            Assert.Equal("object", JsonDocument.Parse(schema).RootElement.GetProperty("type")[0].GetString());
        }

        var (wrong, messages, _) = await run.Program.StartAsync("validate", "no-such-file.yaml", "--json");
        Assert.Equal(3, wrong);
        Assert.Equal(1, JsonDocument.Parse(messages).RootElement.GetProperty("messages")[0].GetProperty("line").GetInt32());
    }

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var (code, output, error) = await run.Program.StartAsync([.. arguments, "--json"]);
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output).RootElement;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Api;

[Collection(DashboardCollection.Name)]
public sealed class HttpApiTests(DashboardServer server) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new Uri(server.Address) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_description_lists_every_address()
    {
        var document = await _client.GetFromJsonAsync<JsonNode>("/openapi/v1.json", Token);

        var paths = document!["paths"]!.AsObject().Select(p => p.Key).ToArray();
        foreach (var path in new[] { "/scenarios", "/scenarios/validate", "/runs", "/runs/{id}", "/runs/{id}/results", "/jobs/{id}/events", "/sweeps/jobs/{id}/events", "/jobs/{id}/stop", "/compare", "/why", "/what-if", "/evaluate" })
        {
            Assert.Contains($"/api/v1{path}", paths);
        }
    }

    [Fact]
    public async Task Scenarios_are_listed_and_checked_with_every_mistake_at_its_place()
    {
        var list = await _client.GetFromJsonAsync<JsonArray>("/api/v1/scenarios", Token);
        using var reply = await _client.PostAsJsonAsync(
            "/api/v1/scenarios/validate", new { text = "corridorsim: 1\nid: x\nextends: us-panama-2022.yaml\nhorizont: 3\nensemble: { replicates: 0 }\n" }, Token);
        var answer = await reply.Content.ReadFromJsonAsync<JsonNode>(Token);

        Assert.Contains(list!, s => s!["name"]!.GetValue<string>() == "us-panama-2022");
        Assert.False(answer!["isValid"]!.GetValue<bool>());
        Assert.Contains(answer["mistakes"]!.AsArray(), m => m!.GetValue<string>().StartsWith("scenario.yaml:4:1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_is_started_followed_by_events_and_taken_away_in_every_format()
    {
        using var started = await _client.PostAsJsonAsync("/api/v1/runs", new { scenario = "us-panama-2022", replicates = 8 }, Token);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var events = await _client.GetStringAsync(started.Headers.Location + "/events", Token);
        var last = JsonNode.Parse(events.Split('\n').Last(l => l.StartsWith("data:", StringComparison.Ordinal))[5..]);
        var run = last!["runId"]!.GetValue<string>();

        Assert.Equal("Done", last["state"]!.GetValue<string>());
        Assert.StartsWith("run,", await _client.GetStringAsync($"/api/v1/runs/{run}/results?format=csv", Token), StringComparison.Ordinal);
        Assert.Equal("PAR1"u8.ToArray(), (await _client.GetByteArrayAsync($"/api/v1/runs/{run}/results?format=parquet", Token))[..4]);
        Assert.NotEmpty((await _client.GetFromJsonAsync<JsonNode>($"/api/v1/runs/{run}/results", Token))!["headline"]!.AsArray());
        Directory.Delete(Path.Combine(server.RunsFolder, run), recursive: true);
    }

    [Fact]
    public async Task A_batch_of_points_has_the_same_figures_as_json_csv_and_arrow()
    {
        var json = JsonNode.Parse(await EvaluateAsync("json"))!;
        var csv = System.Text.Encoding.UTF8.GetString(await EvaluateAsync("csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var arrow = new Apache.Arrow.Ipc.ArrowStreamReader(new MemoryStream(await EvaluateAsync("arrow")));
        var batch = await arrow.ReadNextRecordBatchAsync(Token);

        double[] expected = [.. json["points"]![0]![0]!.AsArray().Select(v => v!.GetValue<double>())];
        Assert.True(json["complete"]!.GetValue<bool>());
        Assert.Equal("point,replicate,deaths", csv[0]);
        Assert.Equal(expected, csv.Skip(1).Take(4).Select(l => double.Parse(l.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(expected, ((Apache.Arrow.DoubleArray)batch.Column("deaths")).Values.ToArray());
        Assert.Equal(9, csv.Length);

        async Task<byte[]> EvaluateAsync(string format)
        {
            const string Path = "agreements.us-panama.provisions.referrals.places-per-month";
            using var reply = await _client.PostAsJsonAsync(
                "/api/v1/evaluate",
                new { scenario = "us-panama-2022", set = new[] { "horizon.to=2022-12" }, paths = new[] { Path }, points = new[] { new[] { 0 }, [900] }, indicators = new[] { "deaths" }, replicates = 4, format },
                Token);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            return await reply.Content.ReadAsByteArrayAsync(Token);
        }
    }

    [Fact]
    public async Task Mistakes_of_a_batch_are_told_all_at_once()
    {
        using var reply = await _client.PostAsJsonAsync(
            "/api/v1/evaluate", new { scenario = "us-panama-2022", paths = new[] { "x.y" }, points = new[] { new[] { 1, 2 } }, indicators = new[] { ":" } }, Token);
        var problem = await reply.Content.ReadFromJsonAsync<JsonNode>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(3, problem!["mistakes"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_sweep_is_followed_by_events_until_it_ends()
    {
        var file = Path.Combine(server.ScenariosFolder, "followed.sweep.yaml");
        await File.WriteAllTextAsync(
            file,
            "corridorsim: 1\nid: followed\ntitle: Followed\nbase: us-panama-2022.yaml\nfactors:\n  places:\n    path: agreements.us-panama.provisions.referrals.places-per-month\n    kind: lever\n    label: places\n    values: [0, 1000]\ndesign: { kind: grid }\nreplicates: 8\n",
            Token);
        using var started = await _client.PostAsJsonAsync("/api/v1/sweeps", new { file = "followed" }, Token);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);

        var events = await _client.GetStringAsync(started.Headers.Location + "/events", Token);
        File.Delete(file);

        var last = JsonNode.Parse(events.Split('\n').Last(l => l.StartsWith("data:", StringComparison.Ordinal))[5..])!;
        Assert.Equal("Done", last["state"]!.GetValue<string>());
        Assert.Equal(16, last["done"]!.GetValue<int>());
        Assert.NotEmpty(last["sweepId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_started_run_can_be_stopped()
    {
        using var started = await _client.PostAsJsonAsync("/api/v1/runs", new { scenario = "regional-compact", replicates = 2000 }, Token);
        using var stopped = await _client.PostAsync(started.Headers.Location + "/stop", null, Token);
        var events = await _client.GetStringAsync(started.Headers.Location + "/events", Token);

        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Contains("\"state\":\"Stopped\"", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_answers_as_the_page_does()
    {
        var answer = await _client.GetFromJsonAsync<JsonNode>($"/api/v1/compare?base={server.ExampleRun}:americas-history&other={server.ExampleRun}", Token);
        var swapped = await _client.GetFromJsonAsync<JsonNode>($"/api/v1/compare?other={server.ExampleRun}:americas-history&base={server.ExampleRun}", Token);

        var forward = answer!["effects"]!.AsArray().Select(e => e!["differenceMedian"]!.GetValue<double>()).ToArray();
        var back = swapped!["effects"]!.AsArray().Select(e => e!["differenceMedian"]!.GetValue<double>()).ToArray();
        Assert.Equal(forward, back.Select(d => -d));
    }

    [Theory]
    [InlineData("/api/v1/runs/..%2f..%2fetc", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/runs/no-such-run", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/scenarios/..%2f..%2fsecret/levers", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/runs/latest/monthly?indicator=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/runs/latest/results?format=xml", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task A_wrong_request_gets_problem_details_and_no_stack(string path, HttpStatusCode expected)
    {
        using var reply = await _client.GetAsync(path, Token);
        var text = await reply.Content.ReadAsStringAsync(Token);

        Assert.Equal(expected, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"scenario\":\"us-panama-2022\",\"replicates\":0}")]
    [InlineData("{\"scenario\":\"us-panama-2022\",\"replicates\":99999999}")]
    [InlineData("{\"scenario\":\"../../etc/passwd\"}")]
    [InlineData("{\"scenario\":\"us-panama-2022\",\"set\":[\"horizon.to=2999-01\"]}")]
    [InlineData("{\"scenario\":")]
    public async Task A_run_that_makes_no_sense_is_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var reply = await _client.PostAsync("/api/v1/runs", content, Token);

        Assert.InRange((int)reply.StatusCode, 400, 499);
    }

    [Theory]
    [InlineData("/api/v1/what-if", "{\"scenario\":\"us-panama-2022\",\"set\":{\"agreements.us-panama.provisions.referrals.places-per-month\":\"1,000\"}}", "referrals.places-per-month")]
    [InlineData("/api/v1/what-if", "{\"scenario\":\"us-panama-2022\",\"set\":{\"agreements.us-panama.provisions.referrals.places-per-month\":null}}", "write a number")]
    [InlineData("/api/v1/what-if", "{\"scenario\":\"us-panama-2022\",\"replicates\":1.5}", "$.replicates")]
    [InlineData("/api/v1/what-if", "[]", "write a JSON object")]
    [InlineData("/api/v1/what-if", "null", "body")]
    [InlineData("/api/v1/what-if", "", "body")]
    [InlineData("/api/v1/why", "[1,2]", "write a JSON object")]
    [InlineData("/api/v1/runs", "{\"scenario\":3}", "$.scenario")]
    [InlineData("/api/v1/runs", "{}", "scenario")]
    [InlineData("/api/v1/runs", "{\"scenario\":\"us-panama-2022\",\"set\":null}", "set must be a list")]
    [InlineData("/api/v1/runs", "{\"scenario\":\"us-panama-2022\",\"set\":[null]}", "null")]
    [InlineData("/api/v1/sweeps", "{\"file\":[]}", "$.file")]
    [InlineData("/api/v1/scenarios/validate", "{\"set\":{}}", "$.set")]
    public async Task A_body_that_cannot_be_read_is_answered_with_its_place_and_the_remedy(string address, string body, string told)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var reply = await _client.PostAsync(address, content, Token);
        var answer = await reply.Content.ReadFromJsonAsync<JsonNode>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        var detail = answer!["detail"]!.GetValue<string>();
        Assert.Contains(told, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_long_format_is_named_after_it()
    {
        using var csv = await _client.GetAsync($"/api/v1/runs/{server.ExampleRun}/results?format=csv", HttpCompletionOption.ResponseHeadersRead, Token);
        using var iamc = await _client.GetAsync($"/api/v1/runs/{server.ExampleRun}/results?format=iamc", HttpCompletionOption.ResponseHeadersRead, Token);

        Assert.Equal($"{server.ExampleRun}.csv", csv.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal($"{server.ExampleRun}-iamc.csv", iamc.Content.Headers.ContentDisposition?.FileName);
    }
}

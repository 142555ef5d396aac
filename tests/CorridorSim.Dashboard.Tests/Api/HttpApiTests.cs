using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CorridorSim.Dashboard.Api.Evaluation;
using CorridorSim.Dashboard.Tests.Browsing;
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Tests.Api;

[Collection(DashboardCollection.Name)]
public sealed class HttpApiTests(DashboardServer server) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new Uri(server.Address) };

    private const string Places = "agreements.us-panama.provisions.referrals.places-per-month";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    /// <summary>The figures of a column of a Parquet file, as another program reads them.</summary>
    private static List<double> Column(byte[] parquet, string column, string condition)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, parquet);
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT \"{column}\" FROM read_parquet('{file}') WHERE {condition}";
            using var rows = command.ExecuteReader();
            var figures = new List<double>();
            while (rows.Read())
            {
                figures.Add(rows.GetDouble(0));
            }

            return figures;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_description_lists_every_address()
    {
        var document = await _client.GetFromJsonAsync<JsonNode>("/openapi/v1.json", Token);

        var paths = document!["paths"]!.AsObject().Select(p => p.Key).ToArray();
        foreach (var path in new[] { "/scenarios", "/scenarios/validate", "/runs", "/runs/{id}", "/runs/{id}/results", "/jobs/{id}/events", "/sweeps/jobs/{id}/events", "/jobs/{id}/stop", "/compare", "/why", "/what-if", "/evaluate", "/sweeps/{id}/results", "/forecasts/{name}/table" })
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
    public async Task A_batch_of_points_has_the_same_figures_as_json_csv_parquet_and_arrow()
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
        Assert.Equal(expected, Column(await EvaluateAsync("parquet"), "deaths", "point = 0 ORDER BY replicate"));

        async Task<byte[]> EvaluateAsync(string format)
        {
            using var reply = await _client.PostAsJsonAsync(
                "/api/v1/evaluate",
                new { scenario = "us-panama-2022", set = new[] { "horizon.to=2022-12" }, paths = new[] { Places }, points = new[] { new[] { 0 }, [900] }, indicators = new[] { "deaths" }, replicates = 4, format },
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
        var results = $"/api/v1/sweeps/{last["sweepId"]!.GetValue<string>()}/results";
        var rows = await _client.GetFromJsonAsync<JsonArray>(results, Token);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (i / 8, i % 8, i < 8 ? 0.0 : 1000)), rows!.Select(r => (r!["point"]!.GetValue<int>(), r["replicate"]!.GetValue<int>(), r["places"]!.GetValue<double>())));
        Assert.Equal(rows!.Select(r => r!["deaths"]!.GetValue<double>()), Column(await _client.GetByteArrayAsync(results + "?format=parquet", Token), "deaths", "true ORDER BY point, replicate"));
        Assert.StartsWith("point,replicate,places,", await _client.GetStringAsync(results + "?format=csv", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_the_connection_stops_a_batch_and_leaves_nothing_running()
    {
        var service = server.Services.GetRequiredService<EvaluationService>();
        var points = Enumerable.Range(0, 1000).Select(i => new[] { i }).ToArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evaluate")
        {
            Content = JsonContent.Create(new { scenario = "us-panama-2022", paths = new[] { Places }, points, indicators = new[] { "deaths" }, replicates = 16, format = "csv" }),
        };
        using (var reply = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token))
        {
            using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(Token));
            Assert.Equal("point,replicate,deaths", await lines.ReadLineAsync(Token));
            Assert.StartsWith("0,0,", await lines.ReadLineAsync(Token), StringComparison.Ordinal);
            Assert.Equal(1, service.AtWork);
        }

        await service.Idle.WaitAsync(Token);

        Assert.Equal(0, service.AtWork);
        Assert.InRange(service.LastDone, 0, points.Length / 2);
    }

    [Fact]
    public async Task Comparisons_months_and_series_are_tables_too()
    {
        var compared = $"/api/v1/compare?base={server.ExampleRun}:americas-history&other={server.ExampleRun}";
        var monthly = $"/api/v1/runs/{server.ExampleRun}/monthly?indicator=deaths";
        var effects = (await _client.GetFromJsonAsync<JsonNode>(compared, Token))!["effects"]!.AsArray();
        var deaths = (await _client.GetFromJsonAsync<JsonNode>(monthly, Token))!["median"]!.AsArray();
        using var arrow = new Apache.Arrow.Ipc.ArrowStreamReader(new MemoryStream(await _client.GetByteArrayAsync($"/api/v1/runs/{server.ExampleRun}/results?format=arrow", Token)));
        var first = await arrow.ReadNextRecordBatchAsync(Token);

        Assert.Equal(effects.Select(e => e!["differenceMedian"]!.GetValue<double>()), Column(await _client.GetByteArrayAsync(compared + "&format=parquet", Token), "difference_median", "true"));
        Assert.Equal(deaths.Select(d => d!.GetValue<double>()), Column(await _client.GetByteArrayAsync(monthly + "&format=parquet", Token), "median", "true"));
        Assert.Equal(["variable", "value"], arrow.Schema.FieldsList.Select(f => f.Name).Where(n => n is "variable" or "value"));
        Assert.True(first.Length > 1000);
    }

    [Fact]
    public async Task A_registered_forecast_is_listed_scored_and_taken_away()
    {
        var list = await _client.GetFromJsonAsync<JsonArray>("/api/v1/forecasts", Token);
        var scored = await _client.GetFromJsonAsync<JsonNode>($"/api/v1/forecasts/{MadeForecast.Name}", Token);
        using var reply = await _client.PostAsJsonAsync(
            $"/api/v1/forecasts/{MadeForecast.Name}/score", new { observations = $"series,nationality,month,value\n{MadeForecast.Series},ALL,{MadeForecast.First},12000\n" }, Token);
        var once = await reply.Content.ReadFromJsonAsync<JsonNode>(Token);

        Assert.Contains(list!, f => f!["name"]!.GetValue<string>() == MadeForecast.Name && f["fault"] is null);
        Assert.Equal(MadeForecast.Months, scored!["scoredMonths"]!.GetValue<int>());
        Assert.Equal(1, once!["scoredMonths"]!.GetValue<int>());
        Assert.StartsWith("model_id,origin,horizon,target,location,output_type,output_type_id,value\n", await _client.GetStringAsync($"/api/v1/forecasts/{MadeForecast.Name}/table", Token), StringComparison.Ordinal);
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
    [InlineData("/api/v1/forecasts/none", HttpStatusCode.Conflict)]
    [InlineData("/api/v1/forecasts/americas-2024-01/table?format=xml", HttpStatusCode.BadRequest)]
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
    [InlineData("/api/v1/what-if", "{\"scenario\":\"us-panama-2022\",\"replicates\":\"8\"}", "$.replicates is not what belongs there: write a whole number")]
    [InlineData("/api/v1/what-if", "{\"scenario\":5}", "write a text in quotes")]
    [InlineData("/api/v1/what-if", "{\"scenario\":null}", "name a scenario")]
    [InlineData("/api/v1/what-if", "{}", "it lacks 'scenario'")]
    [InlineData("/api/v1/what-if", "null", "The body is missing: write a JSON object")]
    [InlineData("/api/v1/what-if", "", "The body is missing: write a JSON object")]
    [InlineData("/api/v1/why", "{\"scenario\":\"\"}", "name a scenario")]
    [InlineData("/api/v1/why", "{\"scenario\":\"us-panama-2022\",\"without\":{}}", "write a list of texts")]
    [InlineData("/api/v1/runs", "{\"scenario\":\"us-panama-2022\",\"set\":{\"a\":1}}", "write a list of texts")]
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

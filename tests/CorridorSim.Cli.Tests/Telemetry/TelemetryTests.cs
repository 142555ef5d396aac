using System.Text.Json;
using CorridorSim.Cli.Tests.Telemetry.Messages;

namespace CorridorSim.Cli.Tests.Telemetry;

public sealed class TelemetryTests : IDisposable
{
    private const int Blocks = 2;
    private const int Lanes = 16;

    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData(OtlpEndpoint.Grpc)]
    [InlineData(OtlpEndpoint.Http)]
    public async Task A_run_tells_an_endpoint_its_spans_figures_and_lines_of_log(string protocol)
    {
        await using var endpoint = await OtlpEndpoint.StartAsync(protocol);

        var run = await RunAsync(new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol });

        var ticks = Blocks * 4 * run.GetProperty("months").GetInt32();
        AssertSpans(Path.GetFileName(run.GetProperty("folder").GetString()!), [.. endpoint.Traces.SelectMany(t => t.ResourceSpans)]);
        AssertLines([.. endpoint.Traces.SelectMany(t => t.ResourceSpans)], [.. endpoint.Logs.SelectMany(l => l.ResourceLogs)]);
        AssertFigures(ticks, [.. endpoint.Metrics.SelectMany(m => m.ResourceMetrics).SelectMany(r => r.ScopeMetrics).SelectMany(s => s.Metrics)]);
    }

    [Fact]
    public async Task Telemetry_that_is_disabled_or_whose_endpoint_is_away_changes_nothing()
    {
        await using var endpoint = await OtlpEndpoint.StartAsync(OtlpEndpoint.Http);

        var on = await ListAsync(endpoint.Address, "false");
        var requests = endpoint.Requests;
        var disabled = await ListAsync(endpoint.Address, "true");
        var away = await ListAsync("http://127.0.0.1:1", "false");

        Assert.InRange(requests, 1, int.MaxValue);
        Assert.Equal(requests, endpoint.Requests);
        Assert.Equal((0, string.Empty), (on.Code, on.Error));
        Assert.Equal((on, on), (disabled, away));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("http://127.0.0.1:1", true)]
    public async Task Without_an_endpoint_no_telemetry_is_even_loaded(string? endpoint, bool isLoaded)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads what a process has loaded from /proc");
        var environment = endpoint is null ? [] : new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint };
        using var server = BuiltProgram.BeginWith(environment, "serve", "--urls", "http://127.0.0.1:0", "--no-example", "--runs", _program.Runs);
        try
        {
            Assert.StartsWith("dashboard", await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var loaded = await File.ReadAllTextAsync($"/proc/{server.Id}/maps", TestContext.Current.CancellationToken);

            Assert.Contains("corridorsim.dll", loaded, StringComparison.Ordinal);
            Assert.Equal(isLoaded, loaded.Contains("OpenTelemetry", StringComparison.Ordinal));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static void AssertSpans(string folder, IReadOnlyList<ResourceSpans> resources)
    {
        Assert.All(resources, r => Assert.Equal("corridorsim", Text(r.Resource.Attributes, "service.name")));
        Span[] spans = [.. resources.SelectMany(r => r.ScopeSpans).SelectMany(s => s.Spans)];
        var verb = Assert.Single(spans, s => s.Name == "corridorsim run");
        var run = Assert.Single(spans, s => s.Name == "run");
        var blocks = spans.Where(s => s.Name == "block").ToArray();
        var store = Assert.Single(spans, s => s.Name == "store");

        Assert.Equal(Blocks, blocks.Length);
        Assert.All(spans, s => Assert.Equal(verb.TraceId, s.TraceId));
        Assert.Equal((verb.SpanId, verb.SpanId), (run.ParentSpanId, store.ParentSpanId));
        Assert.All(blocks, b => Assert.Equal(run.SpanId, b.ParentSpanId));
        Assert.All(blocks, b => Assert.Equal(Text(run.Attributes, "corridorsim.run"), Text(b.Attributes, "corridorsim.run")));
        Assert.All(blocks, b => Assert.Equal("done", Text(b.Attributes, "corridorsim.outcome")));
        Assert.Equal(Blocks, blocks.Select(b => Text(b.Attributes, "corridorsim.block")).Distinct().Count());
        Assert.Equal(folder, Text(store.Attributes, "corridorsim.folder"));
        Assert.Equal(Lanes, run.Attributes.Single(a => a.Key == "corridorsim.lanes").Value.IntValue);
        Assert.All(blocks, b => Assert.InRange(b.EndTimeUnixNano, b.StartTimeUnixNano + 1, run.EndTimeUnixNano));

        // Never a span of a message: what is not named above is not there.
        Assert.Equal(3 + Blocks, spans.Length);
    }

    /// <summary>A line for each block, with the identifiers of its span.</summary>
    private static void AssertLines(IReadOnlyList<ResourceSpans> spans, IReadOnlyList<ResourceLogs> resources)
    {
        Assert.All(resources, r => Assert.Equal("corridorsim", Text(r.Resource.Attributes, "service.name")));
        var lines = resources.SelectMany(r => r.ScopeLogs).SelectMany(s => s.LogRecords).ToArray();
        var blocks = spans.SelectMany(r => r.ScopeSpans).SelectMany(s => s.Spans).Where(s => s.Name == "block").ToDictionary(b => b.SpanId);

        Assert.Equal(Blocks, lines.Length);
        Assert.Equal(blocks.Keys.ToHashSet(), lines.Select(l => l.SpanId).ToHashSet());
        Assert.All(lines, line =>
        {
            var block = blocks[line.SpanId];
            Assert.Equal(block.TraceId, line.TraceId);
            Assert.Equal(Text(block.Attributes, "corridorsim.run"), Text(line.Attributes, "Run"));
            Assert.Equal(Text(block.Attributes, "corridorsim.block"), Text(line.Attributes, "Block"));
            Assert.Equal("done", Text(line.Attributes, "Outcome"));
            Assert.StartsWith($"run {Text(line.Attributes, "Run")} block {Text(line.Attributes, "Block")} done: 8 lanes in ", line.Body.StringValue, StringComparison.Ordinal);
        });
    }

    private static void AssertFigures(int ticks, IReadOnlyList<Metric> metrics)
    {
        Assert.Equal(Blocks, Sum(metrics, "corridorsim.blocks"));
        Assert.Equal(Lanes, Sum(metrics, "corridorsim.lanes"));
        Assert.Equal(ticks, Sum(metrics, "corridorsim.ticks"));
        Assert.InRange(Sum(metrics, "corridorsim.letters"), ticks, long.MaxValue);
        Assert.Equal(0, Sum(metrics, "corridorsim.block.retries"));
        Assert.Equal(0, Sum(metrics, "corridorsim.queue.depth"));
        Assert.Equal(0, Sum(metrics, "corridorsim.blocks.active"));
        var speed = Last(metrics, "corridorsim.block.speed").Histogram.DataPoints.Single();
        Assert.Equal((ulong)Blocks, speed.Count);
        Assert.True(speed.Sum > 0);
        Assert.Equal("{lane}/s", Last(metrics, "corridorsim.block.speed").Unit);
        Assert.Equal((ulong)Blocks, Last(metrics, "corridorsim.block.duration").Histogram.DataPoints.Single().Count);
        Assert.Contains(metrics, m => m.Name.StartsWith("orleans-", StringComparison.Ordinal));
        Assert.Contains(metrics, m => m.Name.StartsWith("dotnet.", StringComparison.Ordinal));
    }

    private static Metric Last(IReadOnlyList<Metric> metrics, string name) => metrics.Last(m => m.Name == name);

    private static long Sum(IReadOnlyList<Metric> metrics, string name) => Last(metrics, name).Sum.DataPoints.Sum(p => p.AsInt);

    private static string? Text(IEnumerable<KeyValue> attributes, string key) => attributes.FirstOrDefault(a => a.Key == key)?.Value.StringValue;

    private Task<(int Code, string Out, string Error)> ListAsync(string endpoint, string isDisabled) => BuiltProgram.StartWithAsync(
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = OtlpEndpoint.Http,
            ["OTEL_SDK_DISABLED"] = isDisabled,
        },
        "list",
        "--runs",
        _program.Runs);

    private async Task<JsonElement> RunAsync(IReadOnlyDictionary<string, string> environment)
    {
        var (code, output, error) = await BuiltProgram.StartWithAsync(
            environment, "run", "scenarios/us-panama-2022.yaml", "--replicates", "8", "--block-size", "8", "--runs", _program.Runs, "--json", "--quiet");

        Assert.Equal((0, string.Empty), (code, error));
        return JsonDocument.Parse(output).RootElement;
    }
}

using System.Collections.Concurrent;
using System.Net;
using CorridorSim.Cli.Tests.Telemetry.Messages;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace CorridorSim.Cli.Tests.Telemetry;

/// <summary>What an operator's collector is: an endpoint that takes spans, metrics and logs over either transport of OTLP and decodes them.</summary>
internal sealed class OtlpEndpoint : IAsyncDisposable
{
    /// <summary>Name of the transport over HTTP/2 with frames, as in OTEL_EXPORTER_OTLP_PROTOCOL.</summary>
    public const string Grpc = "grpc";

    /// <summary>Name of the transport over plain HTTP, as in OTEL_EXPORTER_OTLP_PROTOCOL.</summary>
    public const string Http = "http/protobuf";

    // A flag and a length of four bytes stand before each message.
    private const int FrameLength = 5;

    private readonly WebApplication _app;
    private int _requests;

    private OtlpEndpoint(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>Requests that came, of whatever kind.</summary>
    public int Requests => _requests;

    /// <summary>Spans that came.</summary>
    public ConcurrentQueue<ExportTraceServiceRequest> Traces { get; } = [];

    /// <summary>Metrics that came.</summary>
    public ConcurrentQueue<ExportMetricsServiceRequest> Metrics { get; } = [];

    /// <summary>Lines of the log that came.</summary>
    public ConcurrentQueue<ExportLogsServiceRequest> Logs { get; } = [];

    /// <summary>Starts it on a free port.</summary>
    /// <param name="protocol">Transport: <see cref="Grpc"/> or <see cref="Http"/>.</param>
    public static async Task<OtlpEndpoint> StartAsync(string protocol)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, o => o.Protocols = protocol == Grpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var app = builder.Build();
        var endpoint = new OtlpEndpoint(app);
        app.Run(endpoint.TakeAsync);
        await app.StartAsync();
        return endpoint;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var isFramed = context.Request.ContentType == "application/grpc";
        var message = body.ToArray().AsMemory(isFramed ? FrameLength : 0);
        switch (context.Request.Path.Value)
        {
            case "/v1/traces" or "/opentelemetry.proto.collector.trace.v1.TraceService/Export":
                Traces.Enqueue(ExportTraceServiceRequest.Parser.ParseFrom(message.Span));
                break;
            case "/v1/metrics" or "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export":
                Metrics.Enqueue(ExportMetricsServiceRequest.Parser.ParseFrom(message.Span));
                break;
            case "/v1/logs" or "/opentelemetry.proto.collector.logs.v1.LogsService/Export":
                Logs.Enqueue(ExportLogsServiceRequest.Parser.ParseFrom(message.Span));
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
        }

        // The answer is an empty message.
        context.Response.ContentType = isFramed ? "application/grpc" : "application/x-protobuf";
        if (isFramed)
        {
            context.Response.DeclareTrailer("grpc-status");
            await context.Response.Body.WriteAsync(new byte[FrameLength]);
            context.Response.AppendTrailer("grpc-status", "0");
        }
    }
}

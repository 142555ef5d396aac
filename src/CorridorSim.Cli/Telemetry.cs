using System.Diagnostics;
using CorridorSim.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CorridorSim.Cli;

/// <summary>
/// Sends metrics, spans and logs over OTLP when the standard environment variables name an endpoint; else nothing is loaded and
/// nothing is measured.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private const int FlushMilliseconds = 3000;

    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"];

    private static readonly string[] Services = ["serve", "silo"];

    private readonly TracerProvider _spans;
    private readonly MeterProvider _metrics;
    private readonly ILoggerFactory _logs;
    private readonly Activity? _verb;

    private Telemetry(string verb)
    {
        _spans = Sdk.CreateTracerProviderBuilder().ConfigureResource(Name)
            .AddSource(Instruments.Name).AddAspNetCoreInstrumentation().AddOtlpExporter().Build();
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Name)
            .AddMeter(Instruments.Name, "Microsoft.Orleans").AddRuntimeInstrumentation().AddAspNetCoreInstrumentation().AddOtlpExporter().Build();
        _logs = LoggerFactory.Create(b => b.AddOpenTelemetry(o =>
        {
            var resource = ResourceBuilder.CreateDefault();
            Name(resource);
            o.SetResourceBuilder(resource);
            o.IncludeFormattedMessage = true;
            o.AddOtlpExporter();
        }));
        Instruments.Log = _logs.CreateLogger(Instruments.Name);

        // All that a verb does is one trace; what serves for weeks has a trace of each request and run instead.
        _verb = Services.Contains(verb) ? null : Instruments.Spans.StartActivity($"corridorsim {verb}");
    }

    /// <summary>Starts when an endpoint is named and telemetry is not disabled; else null.</summary>
    /// <param name="verb">The verb that is to be done.</param>
    public static IDisposable? StartWhenAsked(string verb) =>
        Endpoints.Any(e => Environment.GetEnvironmentVariable(e) is { Length: > 0 })
            && !string.Equals(Environment.GetEnvironmentVariable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
            ? Start(verb)
            : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _verb?.Dispose();
        _ = _spans.Shutdown(FlushMilliseconds);
        _ = _metrics.Shutdown(FlushMilliseconds);
        Instruments.Log = NullLogger.Instance;
        _logs.Dispose();
        _spans.Dispose();
        _metrics.Dispose();
    }

    // A method of its own, so that the libraries are loaded only when it is called.
    private static Telemetry Start(string verb) => new(verb);

    private static void Name(ResourceBuilder resource) => resource.AddService("corridorsim", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString());
}

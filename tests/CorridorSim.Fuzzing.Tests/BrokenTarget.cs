using CorridorSim.Fuzzing.Targets;

namespace CorridorSim.Fuzzing.Tests;

/// <summary>A reader that breaks on everything.</summary>
internal sealed class BrokenTarget : IFuzzTarget
{
    public string Name => "broken";

    public string Next(Random random) => random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public Task<bool> TryAsync(string input, CancellationToken cancellation) => throw new InvalidOperationException("a bug");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

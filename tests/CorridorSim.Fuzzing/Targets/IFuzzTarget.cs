namespace CorridorSim.Fuzzing.Targets;

/// <summary>Something that reads what strangers wrote.</summary>
public interface IFuzzTarget : IAsyncDisposable
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>The next input.</summary>
    string Next(Random random);

    /// <summary>Gives it an input: true when it was taken as valid, false when it was refused as it should be.</summary>
    /// <exception cref="ImproperException">It was refused in an unclear way. Any other exception is a finding too.</exception>
    Task<bool> TryAsync(string input, CancellationToken cancellation);
}

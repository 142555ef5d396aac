using Microsoft.Extensions.Caching.Memory;

namespace CorridorSim.Runs.Caching;

/// <summary>
/// What was costly to work out and is kept in memory, those used last: every kind that the program keeps from one question to the
/// next, with its limit. Keys name the owner where several may have the same key.
/// </summary>
/// <param name="most">How many are kept.</param>
public sealed class Kept(int most) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());

    /// <summary>Compiled scenarios of a folder.</summary>
    public static Kept Scenarios { get; } = new(64);

    /// <summary>Sizes of levers in the scenario files.</summary>
    public static Kept Precedents { get; } = new(4);

    /// <summary>Results of scenarios as they stand, for what-if questions.</summary>
    public static Kept Baselines { get; } = new(24);

    /// <summary>Results with sliders moved.</summary>
    public static Kept Answers { get; } = new(24);

    /// <summary>Results for the page of flows.</summary>
    public static Kept Flows { get; } = new(4);

    /// <summary>Answers to the question why.</summary>
    public static Kept Attributions { get; } = new(16);

    /// <summary>Reports of backtests.</summary>
    public static Kept Backtests { get; } = new(8);

    /// <summary>Tables of registered forecasts.</summary>
    public static Kept ForecastTables { get; } = new(8);

    /// <summary>Variants of stored runs.</summary>
    public static Kept Ensembles { get; } = new(24);

    /// <summary>Small curves of sweeps in a list.</summary>
    public static Kept Sparks { get; } = new(64);

    /// <summary>How much inputs matter in a sweep.</summary>
    public static Kept Influences { get; } = new(256);

    /// <summary>Checksums of files, some hundred bytes each.</summary>
    public static Kept Checksums { get; } = new(65_536);

    /// <summary>What tables of runs and sweeps hold, some hundred bytes each.</summary>
    public static Kept TableFacts { get; } = new(16_384);

    /// <summary>How many are kept now.</summary>
    public int Count => _cache.Count;

    /// <summary>What is kept under a key, worked out once when nothing is; who asks meanwhile waits. A failure is not kept.</summary>
    /// <typeparam name="T">What it is, the same for all of a key.</typeparam>
    /// <param name="key">What tells it from others, by its equality.</param>
    /// <param name="make">Works it out.</param>
    public T Get<T>(object key, Func<T> make)
    {
        var made = Find<T>(key) ?? Add(key, new Lazy<T>(make));
        try
        {
            return made.Value;
        }
        catch
        {
            _cache.Remove(key);
            throw;
        }
    }

    /// <summary>What is kept under a key; the default where nothing is.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="key">The key.</param>
    public T? Known<T>(object key) => Find<T>(key) is { IsValueCreated: true } made ? made.Value : default;

    /// <summary>Keeps something under a key.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">What is kept.</param>
    public void Keep<T>(object key, T value)
    {
        _cache.Remove(key);
        _ = Add(key, new Lazy<T>(value));
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private Lazy<T>? Find<T>(object key) => _cache.Get<Lazy<T>>(key);

    private Lazy<T> Add<T>(object key, Lazy<T> made)
    {
        lock (_lock)
        {
            // Another may have been quicker.
            var kept = Find<T>(key) ?? _cache.Set(key, made);
            if (_cache.Count > most)
            {
                // One at least; of many some at once, as each time all are put in order of use.
                _cache.Compact(Math.Max(0.05, 1.5 / _cache.Count));
            }

            return kept;
        }
    }
}

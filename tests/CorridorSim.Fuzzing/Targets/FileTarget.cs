using System.Text;
using CorridorSim.Analysis.Optimisation;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Fuzzing.Inputs;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Optimisation;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>Files that stand beside scenarios: sweeps, comparisons, searches, calibrations.</summary>
public sealed class FileTarget : IFuzzTarget
{
    private readonly string _folder = Shipped.Copy();
    private readonly string _path;
    private readonly Func<string, DiagnosticBag, bool> _read;
    private readonly TextMutator _mutator;
    private readonly YamlGrammar _grammar;

    private FileTarget(string name, Func<string, DiagnosticBag, bool> read)
    {
        var corpus = Shipped.Texts($"*.{name}.yaml");
        (Name, _read, _path) = (name, read, Path.Combine(_folder, $"fuzzed.{name}.yaml"));
        (_mutator, _grammar) = (new TextMutator(corpus), new YamlGrammar(corpus));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The kinds of files, by the ending of their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sweep", "compare", "optimise", "calibration"];

    /// <summary>The target of a kind of file.</summary>
    public static FileTarget Of(string name) => new(name, name switch
    {
        "sweep" => (path, bag) => SweepCompiler.Load(path, bag) is not null,
        "compare" => (path, bag) => ComparisonFile.Load(path, bag) is not null,
        "optimise" => (path, bag) => OptimiseFile.Read(path, [], bag) is { } text && PolicyProblem.Of(text, bag) is not null,
        "calibration" => (path, bag) => CalibrationFile.Load(path, null, bag) is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a kind of file"),
    });

    /// <inheritdoc/>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Chance(0.6) ? _mutator.Next(random) : _grammar.Next(random);
    }

    /// <inheritdoc/>
    public async Task<bool> TryAsync(string input, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(_path, Encoding.UTF8.GetBytes(input), cancellation);
        var bag = new DiagnosticBag();
        return ProperDiagnostics.Judge(_read(_path, bag), bag);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, true);
        return ValueTask.CompletedTask;
    }
}

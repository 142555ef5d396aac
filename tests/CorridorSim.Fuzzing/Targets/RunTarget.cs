using CorridorSim.Fuzzing.Inputs;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>
/// Valid scenarios, each with a child beside it, which have to run: every lane to the end, people conserved, and the same numbers whether lanes
/// ride together or alone.
/// </summary>
public sealed class RunTarget : IFuzzTarget
{
    private const string Separator = "\n# child\n";
    private const string Head = "corridorsim: 1\nid: made\nworld: worlds/americas\nhorizon: { from: 2022-11, to: 2023-02 }\nensemble: { replicates: 3 }\n";
    private const double Tolerance = 1e-9;

    private readonly string _folder = Shipped.Copy();
    private readonly ScenarioGrammar _grammar;

    /// <summary>Scenarios of the Americas.</summary>
    public RunTarget()
    {
        var plain = CompiledScenario.OfText(Head, _folder, new DiagnosticBag())!;
        _grammar = new ScenarioGrammar(
            WorldFolder.Load(Path.Combine(_folder, "worlds", "americas"), new DiagnosticBag())!, [.. BlockPlan.Compile(plain.Experiment).AllSeries.Select(s => s.Key)]);
    }

    /// <inheritdoc/>
    public string Name => "run";

    /// <inheritdoc/>
    public string Next(Random random) => _grammar.Policy(random) + Separator + _grammar.Change(random);

    /// <inheritdoc/>
    public Task<bool> TryAsync(string input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var texts = input.Split(Separator);
        File.WriteAllText(Path.Combine(_folder, "made.yaml"), Head + texts[0]);
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.OfText($"corridorsim: 1\nid: child\nextends: made.yaml\n{texts[1]}", _folder, bag)
            ?? throw new ImproperException($"a valid scenario is refused: {string.Join("; ", bag.Sorted.Take(3))}");
        var plan = BlockPlan.Compile(compiled.Experiment);
        var lanes = (int)compiled.Experiment.Lanes;
        var whole = Run(plan, lanes, lanes, cancellation);
        if (Run(plan, lanes, 2, cancellation) != whole)
        {
            throw new ImproperException("lanes that ride in other blocks have other numbers");
        }

        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, true);
        return ValueTask.CompletedTask;
    }

    private static string Run(BlockPlan plan, int lanes, int size, CancellationToken cancellation)
    {
        BlockResult[] blocks = [.. Enumerable.Range(0, (lanes + size - 1) / size).Select(b => BlockSimulation.Run(plan, new LaneRange(b * size, Math.Min(size, lanes - (b * size))), cancellation))];
        foreach (var block in blocks)
        {
            if (block.Failures.Count > 0 || !(block.LedgerError <= Tolerance))
            {
                throw new ImproperException($"people are not conserved: {(block.Failures is [var first, ..] ? first.Reason : "the ledger is open")}");
            }
        }

        return ResultHash.Of(blocks);
    }
}

using System.Text;
using CorridorSim.Fuzzing.Inputs;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>Tables of a world; an input is the name of a table, a line end, and its text. The other tables are as shipped.</summary>
public sealed class WorldTarget : IFuzzTarget
{
    private readonly string _folder = Shipped.Copy();
    private readonly Dictionary<string, string> _tables;
    private readonly string[] _names;

    /// <summary>Inputs from the tables of the Americas.</summary>
    public WorldTarget()
    {
        _tables = Directory.GetFiles(World, "*.csv").ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
        _names = [.. _tables.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public string Name => "world";

    private string World => Path.Combine(_folder, "worlds", "americas");

    /// <inheritdoc/>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var name = random.Pick(_names);
        var text = random.Chance(0.6) ? new TextMutator([_tables[name]]).Next(random) : Cells(_tables[name], random);
        return $"{name}\n{text}";
    }

    /// <inheritdoc/>
    public async Task<bool> TryAsync(string input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var end = input.IndexOf('\n', StringComparison.Ordinal);
        var path = Path.Combine(World, input[..end]);
        await File.WriteAllBytesAsync(path, Encoding.UTF8.GetBytes(input[(end + 1)..]), cancellation);
        try
        {
            var bag = new DiagnosticBag();
            return ProperDiagnostics.Judge(WorldFolder.Load(World, bag) is { } world && world.ToPlan([], []) is not null, bag);
        }
        finally
        {
            await File.WriteAllTextAsync(path, _tables[input[..end]], cancellation);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The table with the right columns and cells of any column and row in any place.</summary>
    private static string Cells(string table, Random random)
    {
        string[][] rows = [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];
        var made = rows.Select((row, r) => r == 0 ? row : [.. row.Select((cell, c) => random.Chance(0.97) ? cell : random.Chance(0.5) ? rows[random.Next(1, rows.Length)].ElementAtOrDefault(c) ?? cell : random.Pick(HostileWords.All))]);
        return string.Join('\n', made.Where((_, r) => r == 0 || random.Chance(0.97)).Select(row => string.Join(',', row))) + "\n";
    }
}

using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Clauses;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>The value that a lever moves, as it is in the world without any agreement or measure.</summary>
/// <param name="Least">Least value over what the lever moves; equal to <paramref name="Greatest"/> when it moves one thing.</param>
/// <param name="Greatest">Greatest value.</param>
/// <param name="Combination">How the size of the lever joins it.</param>
public sealed record TodaysValue(double Least, double Greatest, Combination Combination)
{
    /// <summary>Finds it; null where the lever moves nothing that has a value, as an announcement.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="provision">The provision or measure.</param>
    public static TodaysValue? Of(CompiledScenario compiled, ProvisionText provision)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(provision);
        if (provision.Unit != provision.Lever.Unit)
        {
            // Places of a year do not add to places of a month.
            return null;
        }

        Slot[] slots = provision.Lot is { } lot ? [compiled.World.Channels[lot.Channel].Lots[0].Places] : [.. provision.Targets.Select(t => Find(compiled, t)).OfType<Slot>()];
        double[] values = [.. slots.Select(s => Central(compiled, s)).Where(double.IsFinite)];
        return values.Length == 0 ? null : new TodaysValue(values.Min(), values.Max(), provision.Lever.Combination);
    }

    /// <summary>From today's value to the value with the lever, such as <c>0.05 → 0.55</c>.</summary>
    /// <param name="size">Size of the lever.</param>
    public string Words(double size) => $"{Range(Least, Greatest)} \u2192 {Range(Joined(Combination, Least, size), Joined(Combination, Greatest, size))}";

    /// <summary>What a value becomes under a lever of a size.</summary>
    internal static double Joined(Combination combination, double value, double size) => combination switch
    {
        Combination.Add => value + size,
        Combination.Multiply => value * size,
        _ => size,
    };

    private static string Range(double least, double greatest) => Number(least) == Number(greatest) ? Number(least) : $"{Number(least)} to {Number(greatest)}";

    private static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        _ => value.ToString("G3", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal)
            ? value.ToString("0.########", CultureInfo.InvariantCulture)
            : text,
    };

    private static Slot? Find(CompiledScenario compiled, string path) => compiled.World.Slots.TryFind(path, out var slot) ? slot : null;

    /// <summary>The value in the middle: of the sample that the scenario draws from where there is one.</summary>
    private static double Central(CompiledScenario compiled, Slot slot)
    {
        var input = compiled.World.Slots[slot];
        if (compiled.Scenario.Assumptions.TryGetValue(input.Path, out var assumed))
        {
            return assumed.Central;
        }

        var column = compiled.Scenario.Posterior?.Paths.ToList().IndexOf(input.Path) ?? -1;
        return column >= 0 ? compiled.Scenario.Posterior!.Rows.Average(r => r[column]) : input.Value.Central;
    }
}

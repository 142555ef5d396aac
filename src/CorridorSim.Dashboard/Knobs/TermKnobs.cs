using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Knobs;

/// <summary>Sliders of what a clause says beyond its size: season, beginning of its years, places carried over, the share that goes home.</summary>
internal static class TermKnobs
{
    private const string MonthOfYear = "month of the year";

    /// <summary>The sliders of a clause.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="provision">The clause.</param>
    /// <param name="size">The slider of its size.</param>
    public static IEnumerable<Knob> Of(CompiledScenario compiled, ProvisionText provision, Knob size)
    {
        var terms = provision.Terms;
        Knob?[] knobs =
        [
            terms.Season is { } season ? Month(compiled, size, provision, "season.first", "first month of the season", season.First) : null,
            terms.Season is { } months ? Month(compiled, size, provision, "season.last", "last month of the season", months.Last) : null,
            terms.IsFirstCome ? Month(compiled, size, provision, "year-starts", "month in which the years of its places begin", terms.YearStarts) : null,
            terms.CarryOver is { } places ? Sized(compiled, size, provision, "carry-over", "unused places carried over at most", "persons", places) : null,
            terms.GoHomeShare is { } share ? Sized(compiled, size, provision, "go-home-share", "share that goes home when the season ends", "share", share) : null,
        ];
        return knobs.OfType<Knob>();
    }

    private static Knob? Month(CompiledScenario compiled, Knob size, ProvisionText provision, string key, string meaning, int month) =>
        Beside(compiled, size, provision, key, meaning) is { } knob
            ? knob with { Unit = MonthOfYear, Default = month, Minimum = 1, Maximum = 12, Lowest = 1, Highest = 12, Step = 1, IsUncertain = false }
            : null;

    private static Knob? Sized(CompiledScenario compiled, Knob size, ProvisionText provision, string key, string meaning, string unit, SizedValue value)
    {
        if (Beside(compiled, size, provision, key, meaning) is not { } knob)
        {
            return null;
        }

        var slot = compiled.World.Slots.Slots[knob.Slot];
        var (low, high) = value.Range is { Count: 2 } range ? (range[0], range[1]) : KnobBook.Around(value.Value.Central, slot.Minimum, slot.Maximum);
        return KnobBook.Valid(knob with
        {
            Setting = value.Item is YamlMap ? $"{knob.Setting}.value" : knob.Setting,
            Unit = unit,
            Default = value.Value.Central,
            Minimum = low,
            Maximum = high,
            Lowest = slot.Minimum,
            Highest = slot.Maximum,
            IsUncertain = value.Value.Kind != DistributionKind.Constant,
        });
    }

    /// <summary>A slider beside that of the size, at the same clause.</summary>
    private static Knob? Beside(CompiledScenario compiled, Knob size, ProvisionText provision, string key, string meaning)
    {
        var path = $"{size.Path[..^provision.SizeKey.Length]}{key}";
        var setting = size.Setting[..size.Setting.LastIndexOf(provision.SizeKey, StringComparison.Ordinal)] + key;
        return compiled.World.Slots.TryFind(path, out var slot)
            ? size with { Path = path, Slot = slot, Setting = setting, Label = $"{KnobBook.Words(provision.Id)}: {meaning}", Step = 0, Today = null }
            : null;
    }
}

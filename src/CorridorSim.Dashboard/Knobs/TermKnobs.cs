using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Knobs;

/// <summary>
/// Sliders of what a clause says beyond its size: season, beginning of its years, places carried over, the share that goes home, and what depends on the
/// people it moves.
/// </summary>
internal static class TermKnobs
{
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
            terms.CarryOver is { } places ? Sized(compiled, size, provision, "carry-over", "unused places carried over at most", Units.Persons, places) : null,
            terms.GoHomeShare is { } share ? Sized(compiled, size, provision, "go-home-share", "share that goes home when the season ends", Units.Share, share) : null,
            terms.IsLottery && terms.WindowMonths is { } window ? Sized(compiled, size, provision, "window-months", "months for which people may apply", Units.Months, window) : null,
            .. Counted(provision.Counted).Where(c => c.Value is not null).Select(c => Sized(compiled, size, provision, c.Key, c.Meaning, c.Unit, c.Value!)),
        ];
        return knobs.OfType<Knob>();
    }

    private static IEnumerable<(string Key, string Meaning, string Unit, SizedValue? Value)> Counted(CountedText counted)
    {
        yield return (CountedKeys.Ceiling.Name, "people in all at most", Units.Persons, counted.Ceiling);
        yield return (CountedKeys.StayMonths.Name, "months for which a place is in use", Units.Months, counted.StayMonths);
        yield return (CountedKeys.OneForRatio.Name, "places for each person moved by the other clause", Units.Share, counted.OneForRatio);
        yield return (CountedKeys.MinimumPerYear.Name, "people a year for whom it is given at least", Units.PersonsPerYear, counted.MinimumPerYear);
        yield return (CountedKeys.MoneyShare.Name, "share that is paid for and not given", Units.Share, counted.MoneyShare);
        yield return (CountedKeys.MoneyPerPlace.Name, "paid for a place that is not given", Units.ThousandUsd, counted.MoneyPerPlace);
        foreach (var (key, meaning, value) in new[] { (CountedKeys.AtStart, "paid at the start", counted.Payment?.AtStart), (CountedKeys.PerPerson, "paid for each person moved", counted.Payment?.PerPerson) })
        {
            yield return ($"{CountedKeys.Payment.Name}.{key.Name}", meaning, Units.ThousandUsd, value);
        }

        for (var i = 0; i < counted.Payment?.Thresholds.Count; i++)
        {
            var at = FormattableString.Invariant($"{CountedKeys.Payment.Name}.{CountedKeys.Thresholds.Name}.{i}.");
            var (persons, amount) = counted.Payment.Thresholds[i];
            yield return (at + CountedKeys.Persons.Name, "people moved at which a sum is due", Units.Persons, persons);
            yield return (at + CountedKeys.Amount.Name, "sum that is due then", Units.ThousandUsd, amount);
        }
    }

    private static Knob? Month(CompiledScenario compiled, Knob size, ProvisionText provision, string key, string meaning, int month) =>
        Beside(compiled, size, provision, key, meaning) is { } knob
            ? knob with { Unit = Units.MonthOfYear, Default = month, Minimum = 1, Maximum = Units.MonthsOfYear, Lowest = 1, Highest = Units.MonthsOfYear, Step = 1, IsUncertain = false }
            : null;

    private static Knob? Sized(CompiledScenario compiled, Knob size, ProvisionText provision, string key, string meaning, string unit, SizedValue value)
    {
        if (Beside(compiled, size, provision, key, meaning) is not { } knob)
        {
            return null;
        }

        var slot = compiled.World.Slots[knob.Slot];
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
            ? size with { Path = path, Slot = slot, Setting = setting, Label = $"{provision.Name}: {meaning}", Step = 0, Today = null }
            : null;
    }
}

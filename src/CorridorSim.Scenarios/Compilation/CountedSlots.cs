using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>Makes an input of a number that a clause states: key below the clause, value, unit, bounds, meaning; returns the slot.</summary>
internal delegate Slot SlotMaker(string key, Distribution value, string unit, double minimum, double maximum, string meaning);

/// <summary>The numbers of a clause that depend on the people it moves, each in an input of its own.</summary>
internal static class CountedSlots
{
    /// <summary>The terms with their slots; series and other provisions are not known yet.</summary>
    public static CountedTerms Of(CountedText text, SlotMaker make) => new([])
    {
        IsShared = text.IsShared,
        Ceiling = Input(make, CountedKeys.Ceiling, text.Ceiling, Units.Persons),
        StayMonths = Input(make, CountedKeys.StayMonths, text.StayMonths, Units.Months),
        OneForRatio = text.OneFor.Length == 0 ? null : Input(make, CountedKeys.OneForRatio, text.OneForRatio?.Value ?? Distribution.Constant(1), Units.Share),
        MinimumPerYear = Input(make, CountedKeys.MinimumPerYear, text.MinimumPerYear, Units.PersonsPerYear),
        MoneyShare = Input(make, CountedKeys.MoneyShare, text.MoneyShare, Units.Share),
        MoneyPerPlace = Input(make, CountedKeys.MoneyPerPlace, text.MoneyPerPlace, Units.ThousandUsd),
        Payment = text.Payment is not { } payment ? null : new PaymentTerms(
            Input(make, CountedKeys.AtStart, payment.AtStart?.Value ?? Distribution.Constant(0), Units.ThousandUsd, CountedKeys.Payment.Name),
            Input(make, CountedKeys.PerPerson, payment.PerPerson?.Value ?? Distribution.Constant(0), Units.ThousandUsd, CountedKeys.Payment.Name),
            [.. payment.Thresholds.Select((t, i) => (
                Input(make, CountedKeys.Persons, t.Persons.Value, Units.Persons, At(i)), Input(make, CountedKeys.Amount, t.Amount.Value, Units.ThousandUsd, At(i))))]),
    };

    private static string At(int threshold) => FormattableString.Invariant($"{CountedKeys.Payment.Name}.{CountedKeys.Thresholds.Name}.{threshold}");

    private static Slot? Input(SlotMaker make, FileKey key, SizedValue? value, string unit) => value is null ? null : Input(make, key, value.Value, unit);

    private static Slot Input(SlotMaker make, FileKey key, Distribution value, string unit, string above = "")
    {
        var (least, greatest) = key.Bounds();
        return make(above.Length > 0 ? $"{above}.{key.Name}" : key.Name, value, unit, least, greatest, key.Meaning.Replace("`", string.Empty, StringComparison.Ordinal));
    }
}

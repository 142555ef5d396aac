using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Levers;

/// <summary>What a clause may make depend on the people it moves, a row each: reader, JSON Schema and documentation are made of these rows.</summary>
public static class CountedKeys
{
    /// <summary>Most persons that a clause counts in all or in a year.</summary>
    internal const double MaxPersons = 1.2e7;
    private const double MaxKusd = 1e9;

    /// <summary>Persons in all.</summary>
    public static FileKey Ceiling { get; } = new("ceiling", "persons in all over the life of the clause; it ends when they are counted", new KeyValue.Sized(0, MaxPersons));

    /// <summary>Stay of who takes one of the places at a time.</summary>
    public static FileKey StayMonths { get; } = new("stay-months", "mean stay in one of `places-at-a-time`, months, after which it is free again", new KeyValue.Sized(0.05, 600));

    /// <summary>The clause whose people are exchanged for places.</summary>
    public static FileKey OneFor { get; } = new("one-for", "clause of the same agreement: as many places as people whom it moved, used or still owed", new KeyValue.Text());

    /// <summary>Places for each of them.</summary>
    public static FileKey OneForRatio { get; } = new("one-for-ratio", "places for each of them; 1 when left out", new KeyValue.Sized(0, 1000));

    /// <summary>The clause whose minimum this one is given for.</summary>
    public static FileKey InExchangeFor { get; } = new("in-exchange-for", "clause of the same agreement for whose `minimum-per-year` this one is given", new KeyValue.Text());

    /// <summary>The minimum.</summary>
    public static FileKey MinimumPerYear { get; } = new("minimum-per-year", "persons whom that clause promised to move in a year at least; the share of them that it moved is what stays in force in the year after", new KeyValue.Sized(0, MaxPersons));

    /// <summary>Share paid for.</summary>
    public static FileKey MoneyShare { get; } = new("money-share", "share of the places that is paid for and not given", new KeyValue.Sized(0, 1));

    /// <summary>Price of a place.</summary>
    public static FileKey MoneyPerPlace { get; } = new("money-per-place-kusd", "what is paid for each of these, thousand USD", new KeyValue.Sized(0, 1e6));

    /// <summary>Paid once.</summary>
    public static FileKey AtStart { get; } = new("at-start-kusd", "paid once when the clause comes into force by its dates, thousand USD", new KeyValue.Sized(0, MaxKusd));

    /// <summary>Paid a head.</summary>
    public static FileKey PerPerson { get; } = new("per-person-kusd", "paid for each person moved, thousand USD", new KeyValue.Sized(0, 1e6));

    /// <summary>People at a threshold.</summary>
    public static FileKey Persons { get; } = new("persons", "number of people moved at which it is due", new KeyValue.Sized(0, MaxPersons)) { IsRequired = true };

    /// <summary>What is paid there.</summary>
    public static FileKey Amount { get; } = new("kusd", "what is paid then, once, thousand USD", new KeyValue.Sized(0, MaxKusd)) { IsRequired = true };

    /// <summary>Paid at thresholds.</summary>
    public static FileKey Thresholds { get; } = new("thresholds", "what is paid once so many have been moved", new KeyValue.Several(Persons, Amount));

    /// <summary>What is paid.</summary>
    public static FileKey Payment { get; } = new("payment", "what is paid by the people whom the clause moves, beside `unit-cost-kusd`", new KeyValue.Section(AtStart, PerPerson, Thresholds));

    /// <summary>All keys.</summary>
    public static IReadOnlyList<FileKey> All { get; } = [Ceiling, StayMonths, OneFor, OneForRatio, InExchangeFor, MinimumPerYear, MoneyShare, MoneyPerPlace, Payment];

    /// <summary>Keys that the clauses of a lever may have: those that need a count only where the lever moves people who are counted.</summary>
    /// <param name="lever">The lever.</param>
    public static IEnumerable<FileKey> Of(LeverDefinition lever)
    {
        ArgumentNullException.ThrowIfNull(lever);
        return All.Where(k => k == InExchangeFor || k == MinimumPerYear || (lever.Counts is not null && (k != StayMonths || lever.StockKey is not null)));
    }
}

using CorridorSim.Model;
using CorridorSim.Model.Policy;

namespace CorridorSim.Scenarios.Levers;

/// <summary>A lever that a provision or measure can pull.</summary>
/// <param name="Name">Name in scenario files.</param>
/// <param name="Meaning">What it changes.</param>
/// <param name="Subject">Where it acts: the keys that say so and the inputs they lead to.</param>
/// <param name="SizeKey">Key of the size.</param>
/// <param name="Unit">Unit of the size.</param>
/// <param name="Minimum">Least size.</param>
/// <param name="Maximum">Greatest size.</param>
/// <param name="Combination">How the size joins what is there.</param>
public sealed record LeverDefinition(
    string Name,
    string Meaning,
    LeverSubject Subject,
    string SizeKey,
    string Unit,
    double Minimum,
    double Maximum,
    Combination Combination)
{
    /// <summary>Key of the size as that of a whole year; null where it cannot be stated so.</summary>
    public string? YearlyKey { get; init; }

    /// <summary>Key of the size as a number of places at a time, each in use until it is left; null where it cannot be stated so.</summary>
    public string? StockKey { get; init; }

    /// <summary>Indicator that counts the people whom its clauses move; null where they are not counted.</summary>
    public string? Counts { get; init; }

    /// <summary>Terms that its clauses may have besides dates and season: <c>first-come</c>, <c>carry-over</c> and <c>go-home-share</c>.</summary>
    public bool HasPlaces => Subject is LeverSubject.Places;

    /// <summary>Keys that say where; a question mark at the end means optional.</summary>
    public IReadOnlyList<string> Subjects => Subject.Keys;

    /// <summary>Keys that say where, without the mark of those that are optional.</summary>
    public IEnumerable<string> SubjectKeys => Subjects.Select(k => k.TrimEnd('?'));

    /// <summary>Key of the size.</summary>
    public string KeyOf(SizePeriod period) => period switch { SizePeriod.Year => YearlyKey!, SizePeriod.Stock => StockKey!, _ => SizeKey };

    /// <summary>What the size is for, by the key that a clause states it with.</summary>
    /// <param name="has">Tells whether the clause has a key.</param>
    public SizePeriod PeriodOf(Func<string, bool> has)
    {
        ArgumentNullException.ThrowIfNull(has);
        return YearlyKey is { } yearly && has(yearly) ? SizePeriod.Year : StockKey is { } stock && has(stock) ? SizePeriod.Stock : SizePeriod.Month;
    }

    /// <summary>Unit of the size.</summary>
    public string UnitOf(SizePeriod period) => period switch { SizePeriod.Year => Units.PersonsPerYear, SizePeriod.Stock => Units.Persons, _ => Unit };

    /// <summary>Greatest size.</summary>
    public double MaximumOf(SizePeriod period) => period == SizePeriod.Year ? Maximum * Units.MonthsOfYear : Maximum;
}

/// <summary>What the size of a clause is for.</summary>
public enum SizePeriod
{
    /// <summary>A month; or a level, such as a share.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A number of places at a time, each in use until it is left.</summary>
    Stock,
}

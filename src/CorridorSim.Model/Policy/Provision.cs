using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Policy;

/// <summary>One clause: it moves some inputs of the world by a stated size over stated dates.</summary>
/// <param name="Id">Identifier within the instrument.</param>
/// <param name="Lever">Name of the lever, for people.</param>
/// <param name="Targets">Slots whose effective value it changes (all those its subject names), ascending.</param>
/// <param name="Combination">How the size joins the value that is there.</param>
/// <param name="Size">Slot: the size, in the unit of the lever.</param>
/// <param name="InForce">Slot: 1 when the variant has this provision, 0 when not.</param>
/// <param name="FromMonth">Slot: month from which it is in force, inclusive.</param>
/// <param name="ToMonth">Slot: month up to which it is in force, exclusive; positive infinity for open end.</param>
/// <param name="RampMonths">Slot: months over which it grows linearly to its size; 0 for at once.</param>
/// <param name="FadeMonths">Slot: months after the start over which it fades linearly to nothing; 0 for never.</param>
/// <param name="Party">Party that delivers it, on whose compliance it depends; null for none.</param>
/// <param name="ReciprocalTo">Indices of the provisions whose delivery scales it, one for each way in which variants state it; empty for none.</param>
/// <param name="UnitCost">Slot: cost per unit of size and month, thousand USD.</param>
/// <param name="Payer">The country that pays; null for none.</param>
/// <param name="Announcement">When it is an announcement, whose perception it moves; otherwise null.</param>
public sealed record Provision(
    string Id,
    string Lever,
    IReadOnlyList<Slot> Targets,
    Combination Combination,
    Slot Size,
    Slot InForce,
    Slot FromMonth,
    Slot ToMonth,
    Slot RampMonths,
    Slot FadeMonths,
    CountryIndex? Party,
    IReadOnlyList<int> ReciprocalTo,
    Slot UnitCost,
    CountryIndex? Payer,
    Announcement? Announcement)
{
    /// <summary>What people call it, as within a sentence; null where the scenario does not say.</summary>
    public string? Title { get; init; }

    /// <summary>Its title, else the words of its identifier.</summary>
    public string Name => Title.OrInWords(Id);

    /// <summary>Months of the year in which it is in force; null for all.</summary>
    public Season? Season { get; init; }

    /// <summary>True when the size is that of a year and is spread evenly over its months, or over those of the season.</summary>
    public bool SpreadsYear { get; init; }

    /// <summary>Terms of the lot that it opens; null where it opens none or one without terms.</summary>
    public LotTerms? Lot { get; init; }

    /// <summary>What follows from the people it moves; null where nothing does.</summary>
    public CountedTerms? Counted { get; init; }

    /// <summary>All slots of the clause.</summary>
    public IEnumerable<Slot> Slots()
    {
        Slot[] own = [Size, InForce, FromMonth, ToMonth, RampMonths, FadeMonths, UnitCost];
        Slot[] season = Season is { } months ? [months.First, months.Last] : [];
        Slot?[] lot = Lot is { } terms ? [terms.YearStart, terms.CarryOver, terms.GoHomeShare, terms.WindowMonths] : [];
        return own.Concat(season).Concat(lot.OfType<Slot>()).Concat(Counted?.Slots() ?? []);
    }
}

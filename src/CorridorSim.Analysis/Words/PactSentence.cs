using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Agreements;
using CorridorSim.Scenarios.Levers;

namespace CorridorSim.Analysis.Words;

/// <summary>Who promised and delivered what, clause by clause, in sentences.</summary>
public static class PactSentence
{
    /// <summary>The sentence of a clause.</summary>
    public static string Of(PactClause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return $"{clause.Agreement.Title}, {Lower(clause.Clause.Title)}: {Promise(clause)}; {Delivery(clause)}.";
    }

    private static string Promise(PactClause clause)
    {
        var size = clause.Size is not { } value ? "an uncertain size"
            : clause.PromisesAll ? "all who come"
            : clause.Unit == Units.Share ? $"{(value * 100).ToString("0.#", CultureInfo.InvariantCulture)}%"
            : $"{Number(value)} {clause.Unit.Replace("/", " a ", StringComparison.Ordinal)}";
        size = clause.Period == SizePeriod.Stock ? $"{size} at a time" : size;
        return (clause.Quantity.Length > 0, clause.IsAssumed) switch
        {
            (true, true) => $"the text promises {clause.Quantity}, and {size} is assumed here",
            (true, false) => $"the text promises {clause.Quantity}",
            (false, true) => $"the text gives no number, and {size} is assumed",
            (false, false) => $"the text promises {size}",
        };
    }

    private static string Delivery(PactClause clause)
    {
        if (clause.Delivered is not { } delivered)
        {
            return clause.CountsPeople ? "what was delivered is not known" : "delivery cannot be counted in people";
        }

        var (first, last) = delivered.Span;
        var counted = $"{Number(delivered.Total)} were delivered from {CalendarMonth.Spell(first)} to {CalendarMonth.Spell(last)}";
        return clause.Compliance is { } share
            ? $"{counted}, {(share * 100).ToString("0", CultureInfo.InvariantCulture)}% of the {Number(clause.DueByThen!.Value)} due by then ({delivered.Source})"
            : $"{counted} ({delivered.Source})";
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) < 10 ? "0.##" : "#,0", CultureInfo.InvariantCulture);

    private static string Lower(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}

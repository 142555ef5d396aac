using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Scenarios.Clauses;

namespace CorridorSim.Analysis.Words;

/// <summary>Sizes of clauses with their units as people write them, for example <c>400 places a month</c>.</summary>
public static class SizeWords
{
    /// <summary>A size of a clause; one that is drawn in each simulation has no number.</summary>
    public static string Of(ProvisionText clause, double size)
    {
        ArgumentNullException.ThrowIfNull(clause);
        if (!double.IsFinite(size))
        {
            return "drawn in each simulation";
        }

        var people = clause.Lever.YearlyKey is not null ? "places" : "people";
        return clause.Unit switch
        {
            Units.Share => $"{Plain(size * 100)}%",
            Units.Factor => $"\u00d7 {Plain(size)}",
            Units.TrueOrFalse => size > 0 ? "required" : "not required",
            Units.Persons => $"{Plain(size)} {people}",
            Units.PersonsPerMonth => $"{Plain(size)} {people} a month",
            Units.PersonsPerYear => $"{Plain(size)} {people} a year",
            "kusd" or Units.ThousandUsd => $"{(size < 0 ? "\u2212" : string.Empty)}${Plain(Math.Abs(size) * 1000)}",
            var unit => $"{Plain(size)} {unit.Replace("/", " a ", StringComparison.Ordinal)}",
        };
    }

    /// <summary>The range in which a size may lie.</summary>
    public static string Range(ProvisionText clause, double lower, double upper)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause.Unit == Units.Share ? $"{Plain(lower * 100)}% to {Plain(upper * 100)}%" : $"{Plain(lower)} to {Plain(upper)}";
    }

    private static string Plain(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}

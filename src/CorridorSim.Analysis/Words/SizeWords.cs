using System.Globalization;
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
            "share" => $"{Plain(size * 100)}%",
            "factor" => $"\u00d7 {Plain(size)}",
            "true or false" => size > 0 ? "required" : "not required",
            "persons" => $"{Plain(size)} {people}",
            "persons/month" => $"{Plain(size)} {people} a month",
            "persons/year" => $"{Plain(size)} {people} a year",
            "kusd" or "thousand USD" => $"{(size < 0 ? "\u2212" : string.Empty)}${Plain(Math.Abs(size) * 1000)}",
            var unit => $"{Plain(size)} {unit.Replace("/", " a ", StringComparison.Ordinal)}",
        };
    }

    /// <summary>The range in which a size may lie.</summary>
    public static string Range(ProvisionText clause, double lower, double upper)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause.Unit == "share" ? $"{Plain(lower * 100)}% to {Plain(upper * 100)}%" : $"{Plain(lower)} to {Plain(upper)}";
    }

    private static string Plain(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}

using System.Globalization;
using CorridorSim.Scenarios.Clauses;

namespace CorridorSim.Analysis.Words;

/// <summary>What a clause makes depend on the people it moves, in parts of a sentence.</summary>
internal static class CountedSentences
{
    /// <summary>The parts, each without the comma before it; empty where nothing depends on them.</summary>
    /// <param name="counted">What depends on the people moved.</param>
    /// <param name="name">Name of another clause of the agreement by its identifier.</param>
    public static IEnumerable<string> Of(CountedText counted, Func<string, string> name)
    {
        string[] parts =
        [
            counted.StayMonths is { } stay ? $"each in use for {Plain(stay.Value.Central)} months on average" : string.Empty,
            counted.Ceiling is { } ceiling ? $"at most {Plain(ceiling.Value.Central)} people in all" : string.Empty,
            counted.OneFor.Length > 0 ? $"{Ratio(counted)} for each person moved by the clause {name(counted.OneFor)}" : string.Empty,
            counted.InExchangeFor.Length > 0
                ? $"in exchange for at least {Plain(counted.MinimumPerYear?.Value.Central ?? 0)} people a year moved by the clause {name(counted.InExchangeFor)}, and reduced in proportion in the year after a shortfall"
                : string.Empty,
            counted.MoneyShare is { } share
                ? $"{Plain(share.Value.Central * 100)}% of the places paid for instead, at ${Plain((counted.MoneyPerPlace?.Value.Central ?? 0) * 1000)} a place"
                : string.Empty,
            .. Payments(counted.Payment),
        ];
        return parts.Where(p => p.Length > 0);
    }

    private static IEnumerable<string> Payments(PaymentText? payment)
    {
        if (payment is null)
        {
            yield break;
        }

        if (payment.AtStart is { } start)
        {
            yield return $"with ${Plain(start.Value.Central * 1000)} paid at the start";
        }

        if (payment.PerPerson is { } each)
        {
            yield return $"with ${Plain(each.Value.Central * 1000)} paid for each person moved";
        }

        foreach (var (persons, amount) in payment.Thresholds)
        {
            yield return $"with ${Plain(amount.Value.Central * 1000)} paid once {Plain(persons.Value.Central)} people have been moved";
        }
    }

    private static string Ratio(CountedText counted) =>
        (counted.OneForRatio?.Value.Central ?? 1) is var ratio && ratio == 1 ? "one place" : $"{Plain(ratio)} places";

    private static string Plain(double value) => double.IsFinite(value) ? value.ToString("#,0.###", CultureInfo.InvariantCulture) : "a drawn number of";
}

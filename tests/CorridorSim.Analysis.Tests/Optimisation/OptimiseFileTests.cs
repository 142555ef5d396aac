namespace CorridorSim.Analysis.Tests.Optimisation;

public sealed class OptimiseFileTests
{
    [Fact]
    public void Every_mistake_of_a_file_is_reported_at_once_with_its_place_and_remedy()
    {
        var (problem, bag) = SearchedScenario.Read(
            """
            levers:
              referrals: { path: agreements.us-panama.referrals.place-per-month, range: [0, 800] }
              protection: { path: agreements.us-panama.protection.places-per-month, range: [800, 0] }
              safe-transit: { path: agreements.us-panama.safe-transit.factor, range: [-3, 1] }
            budgets:
              places: { at-most: 800, weights: { protecton: 1 } }
            goals:
              deats: { better: fewer }
            constraints:
              darien: { indicator: "irregular-entries:COL>PAM", above: 3, below: 20, at: 2031 }

            """,
            "search: { method: simplex, generation: 4 }");

        Assert.Null(problem);
        var found = bag.Sorted.Select(d => $"{d.Line}:{d.Column}: {d.Message}").ToArray();
        Assert.Contains(found, m => m.StartsWith("6:22: 'agreements.us-panama.referrals.place-per-month' is no size of a clause", StringComparison.Ordinal) && m.EndsWith("did you mean 'agreements.us-panama.referrals.places-per-month'?", StringComparison.Ordinal));
        Assert.Contains(found, m => m.EndsWith("the range must be two numbers, the least first", StringComparison.Ordinal));
        Assert.Contains(found, m => m.Contains("the range leaves the allowed one", StringComparison.Ordinal));
        Assert.Contains(found, m => m.StartsWith("10:", StringComparison.Ordinal) && m.Contains("unknown lever 'protecton'", StringComparison.Ordinal));
        Assert.Contains(found, m => m.StartsWith("12:3: 'deats' is not an indicator of this world; did you mean 'deaths'?", StringComparison.Ordinal));
        Assert.Contains(found, m => m.Contains("unknown value 'fewer' of 'better'; use less or more", StringComparison.Ordinal));
        Assert.Contains(found, m => m.Contains("needs either 'below' or 'above', and not both", StringComparison.Ordinal));
        Assert.Contains(found, m => m.Contains("'irregular-entries:COL>PAM' is not measured in this world; did you mean 'COL>PAN'?", StringComparison.Ordinal));
        Assert.Contains(found, m => m.Contains("2031-01..2031-12 lies outside the horizon 2021-01..2023-03", StringComparison.Ordinal));
        Assert.Contains(found, m => m.Contains("unknown key 'generation'; did you mean 'generations'?", StringComparison.Ordinal));
        Assert.Contains(found, m => m.Contains("unknown value 'simplex' of 'method'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("at-most: 800", "at-most: -1", "even the cheapest settings use 0 of 'places', more than -1")]
    [InlineData("protection.places-per-month", "referrals.places-per-month", "set the same size")]
    [InlineData("safe-transit.factor", "safe-transit.from", "is no size of a clause")]
    [InlineData("deaths: { better: less }", "deaths: { better: less }\n  returns: { better: less }", "cma-es seeks one goal and the file has 2; use nsga-ii")]
    public void A_search_that_cannot_be_done_is_refused(string from, string to, string message)
    {
        var (problem, bag) = SearchedScenario.Read(SearchedScenario.OneGoal.Replace(from, to, StringComparison.Ordinal), "search: { method: cma-es }");

        Assert.Null(problem);
        Assert.Contains(bag.Sorted, d => d.Message.Contains(message, StringComparison.Ordinal));
    }
}

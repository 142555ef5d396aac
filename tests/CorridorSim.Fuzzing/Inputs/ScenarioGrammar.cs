using System.Globalization;
using System.Text;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Fuzzing.Inputs;

/// <summary>
/// Makes scenarios that are valid: agreements and measures that pull every lever at random places, by random sizes, with seasons, years, conditions, reviews,
/// reciprocity and compliance on random indicators.
/// </summary>
/// <param name="world">The world they are about.</param>
/// <param name="series">Series that conditions may watch.</param>
public sealed class ScenarioGrammar(WorldDraft world, IReadOnlyList<SeriesKey> series)
{
    private const int FirstYear = 2021;

    private const string Readmission = "readmission";
    private const string SendingHome = "transit-return-share";

    // People are sent back only over legs that have a figure for it; claims are made only in worlds with procedures for them.
    private readonly LeverDefinition[] _levers =
    [
        .. LeverTable.All.Values.Where(l => l.Name != Readmission || world.Legs.Any(g => g.Readmission is not null))
            .Where(l => world.Procedures.Count > 0 || !l.Subjects.Any(s => s is "procedure" or "way")),
    ];

    /// <summary>The agreements and measures of a scenario.</summary>
    public string Policy(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var text = new StringBuilder("measures:\n");
        foreach (var country in Several(random, world.CountryCodes, 1, 3))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {country}:\n");
            for (var m = random.Next(1, 4); m > 0; m--)
            {
                text.Append(CultureInfo.InvariantCulture, $"    m{m}: {Provision(random, [country], [])}\n");
            }
        }

        text.Append("agreements:\n");
        for (var a = random.Next(1, 4); a > 0; a--)
        {
            Agreement(text, random, $"pact-{a}");
        }

        return text.ToString();
    }

    /// <summary>What a child changes: an agreement that it leaves out, has anew, or has with other conditions.</summary>
    public string Change(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var text = new StringBuilder("agreements:\n");
        switch (random.Next(3))
        {
            case 0:
                text.Append("  pact-1: null\n");
                break;
            case 1:
                Agreement(text, random, "pact-9");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"  pact-1:\n    conditions:\n      suspend-when: [{Condition(random)}]\n      review: [{Review(random)}]\n");
                break;
        }

        return text.ToString();
    }

    private void Agreement(StringBuilder text, Random random, string id)
    {
        var parties = Several(random, world.CountryCodes, 2, 4);
        string[] clauses = [.. Enumerable.Range(1, random.Next(1, 6)).Select(p => $"c{p}")];
        text.Append(CultureInfo.InvariantCulture, $"  {id}:\n    parties: [{string.Join(", ", parties)}]\n    signed: {Month(random)}\n    provisions:\n");
        foreach (var clause in clauses)
        {
            text.Append(CultureInfo.InvariantCulture, $"      {clause}: {Provision(random, parties, [.. clauses.Where(c => c != clause)])}\n");
        }

        text.Append("    conditions:\n");
        foreach (var key in new[] { "in-force-when", "suspend-when" }.Where(_ => random.Chance(0.5)))
        {
            text.Append(CultureInfo.InvariantCulture, $"      {key}: {OneOrMore(random, Condition)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"      review: {OneOrMore(random, Review)}\n");
        if (random.Chance(0.6))
        {
            text.Append(CultureInfo.InvariantCulture, $"    compliance:\n      {random.Pick(parties)}: {{ {Watched(random)}, capacity: {Size(random, 1, 1e6)}, sensitivity: {Size(random, 0, 100)}, least: 0.1, financed-by: {random.Pick(clauses)} }}\n");
        }
    }

    private string Provision(Random random, IReadOnlyList<string> parties, string[] others)
    {
        var lever = random.Pick(_levers);
        var period = lever.YearlyKey is not null && random.Chance(0.3) ? SizePeriod.Year : lever.HasPlaces && random.Chance(0.2) ? SizePeriod.Stock : SizePeriod.Month;
        var keys = new List<string>
        {
            $"lever: {lever.Name}",
            $"{lever.KeyOf(period)}: {Size(random, lever.Minimum, lever.MaximumOf(period))}",
            $"from: {random.Next(FirstYear + 1, FirstYear + 3)}-{random.Next(1, 13):D2}",
            "basis: assumption",
        };
        keys.AddRange(Subject(random, lever));
        keys.AddRange(Terms(random, lever, period));
        Maybe(random, keys, 0.3, () => $"ramp-months: {random.Next(0, 5)}");
        Maybe(random, keys, 0.2, () => $"fade-months: {random.Next(0, 9)}");
        Maybe(random, keys, 0.2, () => $"delay-months: {random.Next(0, 2)}");
        Maybe(random, keys, 0.3, () => $"when: {Condition(random)}");
        Maybe(random, keys, 0.3, () => $"by: {random.Pick(parties)}");
        Maybe(random, keys, 0.3, () => $"payer: {random.Pick(parties)}, unit-cost-kusd: 2");
        Maybe(random, keys, others.Length > 0 ? 0.4 : 0, () => $"reciprocal: {random.Pick(others)}");
        return $"{{ {string.Join(", ", keys)} }}";
    }

    private IEnumerable<string> Subject(Random random, LeverDefinition lever)
    {
        var route = random.Pick([.. world.Routes.Where(r => r.Users.Count > 0)]);
        foreach (var subject in lever.Subjects)
        {
            switch (subject)
            {
                case "channel":
                    // Where people are named instead of applying, only the places can be changed.
                    yield return $"channel: {random.Pick([.. world.Channels.Where(c => lever.HasPlaces || !c.IsNamed)]).Id}";
                    break;
                case "route":
                    yield return $"route: {route.Id}, nationalities: [{world.NationalityCodes[random.Pick(route.Users).Nationality]}]";
                    break;
                case "border":
                    yield return $"border: {random.Pick([.. world.Borders]).Id}";
                    break;
                case "leg":
                    yield return $"leg: {random.Pick([.. world.Legs.Where(l => lever.Name != Readmission || l.Readmission is not null)]).Id}";
                    break;
                case "procedure":
                    yield return $"procedure: {random.Pick([.. world.Procedures]).Id}";
                    break;
                case "way":
                    yield return $"way: {random.Pick([.. world.Procedures.SelectMany(p => p.Ways)]).Id}";
                    break;
                case "country" when lever.Name == SendingHome:
                    var sender = random.Pick([.. world.Countries.Where(c => c.ReturnShares.Any(s => s is not null))]);
                    string[] sent = [.. world.NationalityCodes.Where((_, n) => sender.ReturnShares[n] is not null)];
                    yield return $"country: {sender.Code}, nationalities: [{random.Pick(sent)}]";
                    break;
                case "country":
                    yield return $"country: {random.Pick(world.CountryCodes)}";
                    break;
                case "apply-from?" when random.Chance(0.5):
                    var community = random.Pick([.. world.Communities]);
                    yield return $"apply-from: [{world.CountryCodes[community.Country.Index]}], nationalities: [{world.NationalityCodes[community.Nationality]}]";
                    break;
                case "nationalities" when lever.Name is not ("visa-requirement" or SendingHome):
                    yield return $"nationalities: [{string.Join(", ", Several(random, world.NationalityCodes, 1, 4))}]";
                    break;
                case "nationalities?" when lever.Name is not ("channel-capacity" or SendingHome) && random.Chance(0.5):
                    yield return $"nationalities: [{random.Pick(world.NationalityCodes)}]";
                    break;
            }
        }
    }

    private static IEnumerable<string> Terms(Random random, LeverDefinition lever, SizePeriod period)
    {
        var yearly = period == SizePeriod.Year;
        var firstCome = yearly && lever.HasPlaces && random.Chance(0.6);
        var bounded = period == SizePeriod.Stock || (lever.HasPlaces && !firstCome && random.Chance(0.3));
        var season = random.Chance(0.4);
        if (yearly)
        {
            yield return firstCome ? $"spread: first-come, year-starts: {random.Next(1, 13)}" : "spread: evenly";
        }

        if (season)
        {
            yield return $"season: {{ first: {random.Next(1, 13)}, last: {random.Next(1, 13)} }}";
        }

        if (period == SizePeriod.Stock)
        {
            yield return $"stay-months: {random.Next(1, 24)}";
        }

        if (bounded && lever.HasPlaces)
        {
            yield return $"ceiling: {random.Next(0, 50_000)}";
            yield return "payment: { per-person-kusd: 2, thresholds: [{ persons: 300, kusd: 9 }] }";
        }

        if (lever.HasPlaces && !bounded && random.Chance(0.4))
        {
            yield return $"carry-over: {random.Next(0, 5000)}";
        }

        if (lever.HasPlaces && season && random.Chance(0.7))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"go-home-share: {Math.Round(random.NextDouble(), 3)}");
        }
    }

    private string Condition(Random random)
    {
        var level = Level(random);
        var isAbove = random.Chance(0.5);
        var release = random.Chance(0.5) ? $", release: {(isAbove ? level / 2 : level * 2)}" : string.Empty;
        return $"{{ {Watched(random)}, {(isAbove ? "above" : "below")}: {level}{release}, for-months: {random.Next(0, 2)} }}";
    }

    private string Review(Random random)
    {
        var watched = random.Chance(0.5) ? $"{Watched(random)}, {random.Pick(["above", "below"])}: {Level(random)}, " : string.Empty;
        var factor = random.Pick(["scale-by: 1.5", "scale-by: 0.5", "scale-to: 0.3", "scale-to: 0", "scale-by: { uniform: [0.5, 1.5] }"]);
        return $"{{ {watched}every-months: {random.Next(1, 4)}, {factor}, at-least: 0, at-most: 3 }}";
    }

    private string Watched(Random random)
    {
        var key = random.Pick(series);
        var where = key.Where.Length == 0 ? string.Empty : $", leg: {key.Where}";
        var nationality = key.Nationality == SeriesKey.All ? string.Empty : $", nationality: {key.Nationality}";
        return $"indicator: {key.Variable}{where}{nationality}";
    }

    private static string OneOrMore(Random random, Func<Random, string> one) => random.Chance(0.5)
        ? one(random)
        : $"[{string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => one(random)))}]";

    private static int Level(Random random) => 2 * random.Pick([0, 1, 20, 500, 4000, 30_000]);

    private static string Month(Random random) => $"{FirstYear}-{random.Next(1, 13):D2}";

    /// <summary>A size: in one of ten cases an end of what is allowed, otherwise of any magnitude within.</summary>
    private static string Size(Random random, double minimum, double maximum)
    {
        var size = random.Next(10) switch
        {
            0 => random.Chance(0.5) ? minimum : maximum,
            _ when maximum <= 1 => minimum + (random.NextDouble() * (maximum - minimum)),
            _ => Math.Clamp(Math.Exp(random.NextDouble() * Math.Log(Math.Min(maximum, 20_000))), minimum, maximum),
        };
        var rounded = Math.Clamp(Math.Round(size, 4), minimum, maximum);
        return rounded.ToString("0.####", CultureInfo.InvariantCulture);
    }

    private static void Maybe(Random random, List<string> keys, double share, Func<string> key)
    {
        if (random.Chance(share))
        {
            keys.Add(key());
        }
    }

    private static string[] Several(Random random, IReadOnlyList<string> among, int least, int most)
    {
        var some = among.ToArray();
        random.Shuffle(some);
        return some[..Math.Min(random.Next(least, most + 1), some.Length)];
    }
}

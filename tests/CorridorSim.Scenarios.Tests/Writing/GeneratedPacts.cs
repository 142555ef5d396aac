using System.Globalization;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Writing;

namespace CorridorSim.Scenarios.Tests.Writing;

/// <summary>Agreements as somebody could click them together: every lever, every place of the world, every term, each by chance.</summary>
/// <param name="baseline">The scenario that they are added to.</param>
/// <param name="seed">Seed of the choices.</param>
internal sealed class GeneratedPacts(CompiledScenario baseline, int seed)
{
    private static readonly string[] OfApplicants = ["approval-rate", "decision-time", "fee", "forfeiture"];

    private const string SendingHome = "transit-return-share";

    private readonly Random _random = new(seed);

    public WorldDraft World => baseline.World;

    /// <summary>The next agreement; its first clause pulls each lever in turn.</summary>
    public PactDraft Next(int number)
    {
        string[] parties = [.. Some(World.CountryCodes, 2, 4)];
        var draft = PactDraft.New("americas-history").WithTitle(FormattableString.Invariant($"Pact: '{number}' – #{number}, \"quoted\""), isRenamed: true)
            .With("parties", parties).With("signed", Date(2021, 2022));
        // Levers on claims need a procedure, and people are sent back over legs that have a figure for it: this world has neither.
        string[] usable = [.. LeverTable.All.Values.Where(l => l.Name != "readmission" && !l.Subjects.Any(s => s is "procedure" or "way")).Select(l => l.Name)];
        string[] levers = [usable[number % usable.Length], .. Some(usable, 0, 3)];
        draft = levers.Aggregate(draft, (d, lever) => Clause(d, lever, parties));
        draft = Maybe(0.3) ? draft.With("conditions.sunset", Date(2024, 2030)) : draft;
        draft = Maybe(0.2) ? draft.With("source", "Gazette no. 5: 'text'") : draft;
        for (var kind = 0; kind < 3; kind++)
        {
            for (var i = 0; i < 2 && Maybe(0.3); i++)
            {
                draft = kind == 2 ? Review(draft) : Condition(draft, kind == 0 ? "suspend-when" : "in-force-when");
            }
        }

        return draft;
    }

    private PactDraft Clause(PactDraft draft, string name, string[] parties)
    {
        var lever = LeverTable.All[name];
        var with = draft.WithClause(name);
        var clause = with.Clauses[^1];
        var place = $"provisions.{clause}.";
        with = lever.Subjects.Aggregate(with, (d, subject) => Subject(d, lever, place, subject));
        var isYearly = lever.YearlyKey is not null && Maybe(0.3);
        var isFirstCome = isYearly && lever.HasPlaces && Maybe(0.5);
        if (isYearly)
        {
            with = with.WithPeriod(clause, SizePeriod.Year);
            with = isFirstCome ? with.With($"{place}spread", "first-come") : with;
        }
        else if (lever.HasPlaces && Maybe(0.2))
        {
            with = with.WithPeriod(clause, SizePeriod.Stock).With($"{place}stay-months", Number(1, 24));
        }
        else if (lever.Counts is not null && lever.Name is "channel-capacity" && Maybe(0.3))
        {
            with = with.With($"{place}ceiling", Number(0, 9000));
        }

        var size = lever.Unit == "true or false" ? (Maybe(0.5) ? "true" : "false") : Number(lever.Minimum, Math.Min(lever.Maximum, 5000));
        with = with.WithSize(clause, size).With($"{place}from", Date(2023, 2024));
        with = Maybe(0.3) ? with.WithBasis(clause, "published").WithSource(clause, "OAS: \"annex\" 2, p. 3") : with;
        with = Maybe(0.3) ? with.With($"{place}to", Date(2025, 2027)) : with;
        with = Maybe(0.3) ? with.With($"{place}ramp-months", Number(0, 24)) : with;
        with = Maybe(0.2) ? with.With($"{place}fade-months", Number(0, 24)) : with;
        with = Maybe(0.2) ? with.With($"{place}delay-months", Number(0, 24)) : with;
        with = Maybe(0.2) ? with.With($"{place}by", One(parties)) : with;
        with = Maybe(0.2) ? with.With($"{place}payer", One(World.CountryCodes)).With($"{place}unit-cost-kusd", Number(0, 20)) : with;
        with = draft.Clauses.Count > 0 && Maybe(0.3) ? with.With($"{place}reciprocal", One(draft.Clauses)) : with;
        return Terms(with, lever, place, mayCarry: isYearly || with.Period(clause) == SizePeriod.Month && with[$"{place}ceiling"].Length == 0);
    }

    private PactDraft Terms(PactDraft draft, LeverDefinition lever, string place, bool mayCarry)
    {
        if (Maybe(0.3))
        {
            draft = draft.With($"{place}season.first", Month()).With($"{place}season.last", Month());
            draft = lever.HasPlaces && Maybe(0.5) ? draft.With($"{place}go-home-share", Number(0, 1)) : draft;
        }

        return lever.HasPlaces && mayCarry && Maybe(0.2) ? draft.With($"{place}carry-over", Number(0, 900)) : draft;
    }

    private PactDraft Subject(PactDraft draft, LeverDefinition lever, string place, string subject)
    {
        var key = subject.TrimEnd('?');
        if (subject.EndsWith('?') && Maybe(0.5))
        {
            return draft;
        }

        return key switch
        {
            "channel" => draft.With(place + key, One([.. World.Channels.Where(c => !OfApplicants.Contains(lever.Name) || (!c.IsNamed && c.Forfeiture is not null)).Select(c => c.Id)])),
            "leg" => draft.With(place + key, One([.. World.Legs.Select(l => l.Id)])),
            "border" => draft.With(place + key, World.Borders[0].Id),
            "route" => draft.With(place + key, One([.. World.Routes.Where(r => r.Users.Count > 0).Select(r => r.Id)])),
            "country" when lever.Name == SendingHome => draft.With(place + key, One([.. World.Countries.Where(c => c.ReturnShares.Count > 0).Select(c => c.Code)])),
            "country" => draft.With(place + key, One(World.CountryCodes)),
            // Foreign residents are not everywhere: where most of them are, there are some of each.
            "apply-from" => draft.With(place + key, ["COL", "PER"]),
            "nationalities" when lever.Name == "port-appointments" => draft.With(place + key, [One(World.NationalityCodes)]),
            "nationalities" when lever.Name == "visa-requirement" => draft.With(place + key, UsersOf(draft[place + "route"])),
            "nationalities" when lever.Name == SendingHome => draft.With(place + key, Some(SentHomeBy(draft[place + "country"]), 1, 5)),
            "nationalities" when lever.Name == "channel-capacity" => draft.With(place + key, ["VEN", .. Some([.. World.NationalityCodes.Where(n => n != "VEN")], 0, 2)]),
            _ => draft.With(place + key, Some(World.NationalityCodes, 1, 5)),
        };
    }

    private string[] SentHomeBy(string country) =>
        [.. World.NationalityCodes.Where((_, n) => World.Countries.Single(c => c.Code == country).ReturnShares[n] is not null)];

    private string[] UsersOf(string route) => [.. World.Routes.Single(r => r.Id == route).Users.Select(u => World.NationalityCodes[u.Nationality])];

    private PactDraft Condition(PactDraft draft, string kind)
    {
        var (indicator, key, where) = One<(string, string, string)>([("irregular-entries", "leg", "COL>PAN"), ("encounters-between-ports", "border", "MEX>USA"), ("queue", "channel", "usa-parole"), ("in-transit", "country", "MEX"), ("deaths", "leg", "COL>PAN")]);
        var with = draft.WithCondition(kind, "indicator", indicator);
        var path = with.Conditions(kind)[^1];
        with = with.With($"{path}.{key}", where).With($"{path}.{(Maybe(0.7) ? "above" : "below")}", Number(0, 90000));
        return Maybe(0.5) ? with.With($"{path}.for-months", Number(0, 12)) : with;
    }

    private PactDraft Review(PactDraft draft)
    {
        var with = draft.WithCondition("review", "every-months", "12");
        var path = with.Conditions("review")[^1];
        with = with.With($"{path}.{(Maybe(0.5) ? "scale-by" : "scale-to")}", Number(0, 3));
        return Maybe(0.5) ? with.With($"{path}.at-most", Number(2, 9)) : with;
    }

    private bool Maybe(double chance) => _random.NextDouble() < chance;

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private string[] Some(IReadOnlyList<string> of, int least, int most) => of.OrderBy(_ => _random.Next()).Take(_random.Next(least, most + 1)).ToArray();

    private string Month() => _random.Next(1, 13).ToString(CultureInfo.InvariantCulture);

    private string Date(int first, int last) => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(first, last + 1)}-{_random.Next(1, 13):D2}{(Maybe(0.3) ? $"-{_random.Next(1, 28):D2}" : string.Empty)}");

    private string Number(double least, double most) => Maybe(0.3)
        ? Math.Clamp(Math.Round(least + ((most - least) * _random.NextDouble())), least, most).ToString(CultureInfo.InvariantCulture)
        : Math.Clamp(Math.Round(least + ((most - least) * _random.NextDouble()), 3), least, most).ToString("0.###", CultureInfo.InvariantCulture);
}

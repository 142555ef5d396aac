using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>Reads what a clause makes depend on the people it moves.</summary>
internal sealed class CountedReader(WorldDraft world)
{
    /// <summary>The terms; reports what is wrong with them.</summary>
    /// <param name="id">Name of the clause.</param>
    /// <param name="lever">Its lever.</param>
    /// <param name="provision">Its keys.</param>
    /// <param name="siblings">The clauses of the same agreement or measures.</param>
    /// <param name="terms">What it says of years and seasons.</param>
    public CountedText Read(YamlText id, LeverDefinition lever, MapReader provision, MapReader siblings, ProvisionTerms terms)
    {
        var read = new CountedText
        {
            IsAsked = siblings.Map.Entries.Any(e => e.Value is YamlMap map && new[] { CountedKeys.OneFor, CountedKeys.InExchangeFor }.Any(k => (map[k.Name] as YamlText)?.Text == id.Text)),
            Ceiling = Sized(provision, CountedKeys.Ceiling),
            StayMonths = Sized(provision, CountedKeys.StayMonths),
            OneFor = Sibling(id, provision, siblings, CountedKeys.OneFor),
            OneForRatio = Sized(provision, CountedKeys.OneForRatio),
            InExchangeFor = Sibling(id, provision, siblings, CountedKeys.InExchangeFor),
            MinimumPerYear = Sized(provision, CountedKeys.MinimumPerYear),
            MoneyShare = Sized(provision, CountedKeys.MoneyShare),
            MoneyPerPlace = Sized(provision, CountedKeys.MoneyPerPlace),
            Payment = provision.Child(CountedKeys.Payment.Name) is { } payment ? Payment(payment) : null,
        };
        Check(id, lever, provision, read, terms);
        if (!read.NeedsCount || lever.Counts is null || lever.HasPlaces)
        {
            return read;
        }

        var series = Series(lever, provision);
        if (series is not null && !ConditionIndicators.Exist(world, series))
        {
            provision.Report(id, $"nobody counts '{series.Series}' in this world, on which '{id.Text}' depends; name another place");
        }

        return read with { Series = series, IsShared = lever.Combination == Combination.Add };
    }

    private static SizedValue? Sized(MapReader map, FileKey key) => key.Takes is KeyValue.Sized sized ? map.Sized(key.Name, sized.Minimum, sized.Maximum) : null;

    private static PaymentText Payment(MapReader payment)
    {
        payment.Allow(CountedKeys.AtStart.Name, CountedKeys.PerPerson.Name, CountedKeys.Thresholds.Name);
        var thresholds = new List<(SizedValue, SizedValue)>();
        foreach (var threshold in payment.Several(CountedKeys.Thresholds.Name))
        {
            threshold.Allow(CountedKeys.Persons.Name, CountedKeys.Amount.Name);
            if (Sized(threshold, CountedKeys.Persons) is { } persons && Sized(threshold, CountedKeys.Amount) is { } amount)
            {
                thresholds.Add((persons, amount));
            }
            else
            {
                threshold.Report(threshold.Map, $"a threshold has people and a sum; write {{ {CountedKeys.Persons.Name}: 300, {CountedKeys.Amount.Name}: 150000 }}");
            }
        }

        return new PaymentText(Sized(payment, CountedKeys.AtStart), Sized(payment, CountedKeys.PerPerson), thresholds);
    }

    private static string Sibling(YamlText id, MapReader provision, MapReader siblings, FileKey key)
    {
        if (provision.Text(key.Name) is not { } name)
        {
            return string.Empty;
        }

        string[] others = [.. siblings.Map.Entries.Select(e => e.Key.Text).Where(o => o != id.Text)];
        if (!others.Contains(name))
        {
            provision.Report(provision.Map[key.Name]!, $"'{id.Text}' is given for '{name}', which does not exist{Suggestion.For(name, others)}");
        }
        else if (siblings.Map[name] is YamlMap other && (other["lever"] as YamlText)?.Text is { } lever && LeverTable.All.TryGetValue(lever, out var known) && known.Counts is null)
        {
            provision.Report(provision.Map[key.Name]!, $"the people whom '{name}' moves are not counted; name a clause about places, returns or admissions");
        }

        return name;
    }

    private static void Check(YamlText id, LeverDefinition lever, MapReader provision, CountedText read, ProvisionTerms terms)
    {
        void Demand(bool isRight, FileKey key, string message)
        {
            if (!isRight)
            {
                provision.Report(provision.Map[key.Name] ?? id, message);
            }
        }

        var isBounded = read.Ceiling is not null || read.OneFor.Length > 0 || terms.Period == SizePeriod.Stock || read.MoneyShare is not null;
        Demand(read.StayMonths is null == (terms.Period != SizePeriod.Stock), CountedKeys.StayMonths, $"'{lever.StockKey ?? "places-at-a-time"}' and '{CountedKeys.StayMonths.Name}' go together: how many places, and how long one is in use");
        Demand(read.OneForRatio is null || read.OneFor.Length > 0, CountedKeys.OneForRatio, $"'{CountedKeys.OneForRatio.Name}' needs '{CountedKeys.OneFor.Name}', the clause whose people are exchanged");
        Demand(read.MinimumPerYear is null == (read.InExchangeFor.Length == 0), CountedKeys.MinimumPerYear, $"'{CountedKeys.InExchangeFor.Name}' and '{CountedKeys.MinimumPerYear.Name}' go together: which clause, and how many people it moves a year at least");
        Demand(read.MoneyShare is null == read.MoneyPerPlace is null, CountedKeys.MoneyPerPlace, $"'{CountedKeys.MoneyShare.Name}' and '{CountedKeys.MoneyPerPlace.Name}' go together: which share is paid for, and how much for a place");
        Demand(!isBounded || !terms.IsFirstCome, CountedKeys.Ceiling, $"'{id.Text}' counts people against its size, so that its places cannot all be there at once; use 'spread: evenly'");
        Demand(!isBounded || terms.CarryOver is null, CountedKeys.Ceiling, $"'{id.Text}' counts people, so that unused places are not lost; remove 'carry-over'");
    }

    private SeriesKey? Series(LeverDefinition lever, MapReader provision)
    {
        var key = lever.SubjectKeys.First();
        if (provision.Text(key) is not { } name)
        {
            return null;
        }

        var leg = world.Legs.FirstOrDefault(l => l.Id == name);
        var where = key == "leg" && leg is not null ? RouteGeometry.Passage(world.ToPlan([], []), leg) ?? leg.Id : name;
        var people = lever.Subject is LeverSubject.Appointments ? provision.Names("nationalities") : [];
        return new SeriesKey(lever.Counts!, where, people.Count == 1 ? people[0].Text : SeriesKey.All);
    }
}

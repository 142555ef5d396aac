using CorridorSim.Model;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>Reads one provision or measure: lever, subject, size, dates.</summary>
internal sealed class ProvisionReader(WorldDraft world)
{
    /// <summary>Reads a provision; reports what is wrong and returns null when it cannot be used.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="provision">Its keys.</param>
    /// <param name="signed">Month before which it cannot begin.</param>
    /// <param name="parties">Countries that can deliver it.</param>
    /// <param name="owner">What has it, and the names of all it has.</param>
    public ProvisionText? Read(YamlText id, MapReader provision, double signed, IReadOnlyList<CountryIndex> parties, (string Name, MapReader Map) owner)
    {
        if (IdentifierText.NameComplaint(id.Text) is { } complaint)
        {
            provision.Report(id, complaint);
        }

        if (provision.Map[ClauseKeys.Lever.Name] is null && Nearest(id, owner.Map) is { } nearest)
        {
            provision.Report(id, $"{owner.Name} has no '{id.Text}'; did you mean '{nearest}'? A new one needs a lever");
            return null;
        }

        if (provision.Text(ClauseKeys.Lever) is not { } name)
        {
            return null;
        }

        if (!LeverTable.All.TryGetValue(name, out var lever))
        {
            provision.Report(provision.Map[ClauseKeys.Lever.Name]!, $"unknown lever '{name}'{Suggestion.For(name, LeverTable.All.Keys)}");
            return null;
        }

        provision.Allow([.. ClauseKeys.Common, .. ClauseKeys.Of(lever)]);
        foreach (var missing in lever.Subjects.Where(s => !s.EndsWith('?') && provision.Map[s] is null))
        {
            provision.Report(id, $"'{id.Text}' pulls the lever {name} but does not say '{missing}'; add it");
        }

        var (from, to) = Dates(id, provision, signed);
        var terms = TermsReader.Read(lever, provision, from);
        var counted = new CountedReader(world).Read(id, lever, provision, owner.Map, terms);
        var sizeKey = lever.KeyOf(terms.Period);
        var size = provision.Sized(sizeKey, lever.Minimum, lever.MaximumOf(terms.Period));
        if (size is null && provision.Map[sizeKey] is null)
        {
            provision.Report(id, $"'{id.Text}' has no size; add '{sizeKey}' ({lever.Unit})");
        }

        var subject = new SubjectReader(world).Read(lever, provision, terms.NeedsLot || counted.NeedsCount);
        if (terms.IsLottery && subject?.Lot is { } lot && world.Channels[lot.Channel].IsNamed)
        {
            provision.Report(provision.Map[ClauseKeys.Spread.Name]!, $"people are named for {world.Channels[lot.Channel].Id}, so that nobody applies among whom places could be drawn; use 'spread: first-come'");
        }

        var payer = provision.Countries(ClauseKeys.Payer.Name, world.CountryCodes);
        var by = provision.Countries(ClauseKeys.By.Name, world.CountryCodes);
        if (by.Count > 0 && !parties.Contains(by[0]))
        {
            provision.Report(provision.Map[ClauseKeys.By.Name]!, $"'{world.CountryCodes[by[0].Index]}' is not a party; name one of {string.Join(", ", parties.Select(p => world.CountryCodes[p.Index]))}");
        }

        var when = provision.Child(ClauseKeys.When.Name) is { } rule ? new ConditionReader(world).Read(rule, ClauseKeys.When.Name, ConditionKind.InForceWhen) : null;
        if (subject is null || size is null || from is null)
        {
            return null;
        }

        return new ProvisionText
        {
            Id = id.Text,
            Title = provision.Text(CommonKeys.Title),
            Lever = lever,
            Terms = terms,
            Counted = counted,
            Subject = subject.Words,
            Targets = subject.Targets,
            Lot = subject.Lot,
            Announcement = subject.Announcement,
            Size = size,
            From = from.Value + provision.Number(ClauseKeys.DelayMonths)!.Value,
            To = to,
            RampMonths = provision.Number(ClauseKeys.RampMonths)!.Value,
            FadeMonths = provision.Number(ClauseKeys.FadeMonths)!.Value,
            Reciprocal = provision.Text(ClauseKeys.Reciprocal.Name) ?? string.Empty,
            UnitCost = provision.Number(ClauseKeys.UnitCost)!.Value,
            By = by.Count > 0 ? by[0] : null,
            When = when,
            Payer = payer.Count > 0 ? payer[0] : null,
            Quantity = provision.Text(ClauseKeys.Quantity.Name) ?? string.Empty,
            Delivered = Delivered(lever, provision, from),
            Source = size.Source ?? provision.Text(CommonKeys.Source) ?? string.Empty,
            IsAssumed = IsAssumed(id, provision, size),
        };
    }

    /// <summary>What was delivered, of a lever that moves people month by month.</summary>
    private static DeliveredSeries? Delivered(LeverDefinition lever, MapReader provision, double? from)
    {
        if (provision.Map[DeliveredSeries.Key] is { } item && lever.Unit != Units.PersonsPerMonth)
        {
            provision.Report(item, $"what the lever {lever.Name} moves is not counted in persons a month; state '{DeliveredSeries.Key}' for places, returns or admissions");
            return null;
        }

        return DeliveredSeries.Read(provision, from);
    }

    /// <summary>The sibling with a lever whose name is like that of one without.</summary>
    private static string? Nearest(YamlText id, MapReader siblings) =>
        Suggestion.Nearest(id.Text, siblings.Map.Entries.Where(e => e.Value is YamlMap map && map["lever"] is not null).Select(e => e.Key.Text));

    private static bool IsAssumed(YamlText id, MapReader provision, SizedValue size)
    {
        var basis = size.Basis ?? provision.Text(CommonKeys.Basis);
        if (basis is null)
        {
            provision.Report(id, $"'{id.Text}' does not say whether its size is published or assumed; add 'basis: published' with a source, or 'basis: assumption'");
        }
        else if (basis == CommonKeys.Published && size.Source is null && provision.Text(CommonKeys.Source) is null)
        {
            provision.Report(id, $"'{id.Text}' has a published size without a source; add 'source'");
        }

        return basis != CommonKeys.Published;
    }

    private static (double? From, double To) Dates(YamlText id, MapReader provision, double signed)
    {
        if (provision.Map[ClauseKeys.From.Name] is null)
        {
            provision.Report(id, $"'{id.Text}' has no date; add 'from: 2022-10'");
            return (null, double.PositiveInfinity);
        }

        var from = provision.Month(ClauseKeys.From.Name);
        var to = provision.Month(ClauseKeys.To.Name) ?? double.PositiveInfinity;
        if (from >= to)
        {
            provision.Report(provision.Map[ClauseKeys.To.Name]!, $"'{id.Text}' ends before it begins; exchange the dates");
        }

        if (from < signed)
        {
            provision.Report(provision.Map[ClauseKeys.From.Name]!, $"'{id.Text}' begins before the agreement is signed; move the date");
        }

        return (from, to);
    }
}

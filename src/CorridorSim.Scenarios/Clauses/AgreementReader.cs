using CorridorSim.Model.Indices;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>Reads agreements: parties, dates, provisions, conditions.</summary>
internal sealed class AgreementReader(WorldDraft world)
{
    public IEnumerable<InstrumentText> Read(MapReader root)
    {
        foreach (var (key, agreement) in root.Children(CommonKeys.Agreements))
        {
            yield return Read(key, agreement, [.. root.Child(CommonKeys.Agreements)!.Map.Entries.Select(e => e.Key.Text)]);
        }
    }

    private InstrumentText Read(YamlText key, MapReader agreement, IReadOnlyList<string> names)
    {
        if ((IdentifierText.NameComplaint(key.Text) ?? (InstrumentName.IsOfMeasures(key.Text) ? $"'{key.Text}' ends like the measures of a country; choose another name" : null)) is { } complaint)
        {
            agreement.Report(key, complaint);
        }

        if (agreement.Map[AgreementKeys.Parties.Name] is null && Suggestion.Nearest(key.Text, names.Except([key.Text])) is { } nearest)
        {
            agreement.Report(key, $"there is no agreement '{key.Text}'; did you mean '{nearest}'? A new one needs parties, a date of signature and provisions");
        }

        agreement.Allow(AgreementKeys.All);
        var parties = agreement.Countries(AgreementKeys.Parties.Name, world.CountryCodes);
        if (agreement.Names(AgreementKeys.Parties.Name).Count < 2)
        {
            agreement.Report(agreement.Map[AgreementKeys.Parties.Name] ?? key, "an agreement needs at least two parties, such as [USA, PAN]");
        }

        if (agreement.Map[AgreementKeys.Signed.Name] is null)
        {
            agreement.Report(key, $"the agreement '{key.Text}' has no date of signature; add 'signed: 2022-04-19'");
        }

        var signed = agreement.Month(AgreementKeys.Signed.Name) ?? 0;
        var provisions = new List<ProvisionText>();
        var reader = new ProvisionReader(world);
        var all = agreement.Child(AgreementKeys.Provisions.Name);
        foreach (var (id, provision) in agreement.Children(AgreementKeys.Provisions.Name))
        {
            if (reader.Read(id, provision, signed, parties, (key.Text, all!)) is { } read)
            {
                provisions.Add(read);
            }
        }

        foreach (var provision in provisions.Where(p => p.Reciprocal.Length > 0 && provisions.All(q => q.Id != p.Reciprocal)))
        {
            agreement.Report(provision.Size.Item, $"'{provision.Id}' is reciprocal to '{provision.Reciprocal}', which does not exist{Suggestion.For(provision.Reciprocal, provisions.Select(p => p.Id))}");
        }

        var (sunset, conditions) = Conditions(agreement, signed);
        return new InstrumentText(
            key.Text, agreement.Text(CommonKeys.Title) ?? key.Text, true, parties, agreement.Text(AgreementKeys.Source) ?? string.Empty, signed, sunset, provisions, conditions)
        {
            Compliance = Compliance(agreement, parties, provisions),
        };
    }

    private (double Sunset, List<ConditionText> Conditions) Conditions(MapReader agreement, double signed)
    {
        var conditions = new List<ConditionText>();
        if (agreement.Child(AgreementKeys.Conditions.Name) is not { } child)
        {
            return (double.PositiveInfinity, conditions);
        }

        child.Allow(AgreementKeys.Conditions.Keys());
        conditions.AddRange(new ConditionReader(world).ReadAll(child));
        var sunset = child.Month(AgreementKeys.Sunset.Name) ?? double.PositiveInfinity;
        if (sunset <= signed)
        {
            child.Report(child.Map[AgreementKeys.Sunset.Name]!, "the sunset lies before the signature; exchange the dates");
        }

        return (sunset, conditions);
    }

    private List<ComplianceText> Compliance(MapReader agreement, IReadOnlyList<CountryIndex> parties, List<ProvisionText> provisions)
    {
        var rules = new List<ComplianceText>();
        foreach (var (key, rule) in agreement.Children(AgreementKeys.Compliance.Name))
        {
            CountryIndex[] named = [.. parties.Where(p => world.CountryCodes[p.Index] == key.Text)];
            if (named.Length == 0)
            {
                agreement.Report(key, $"'{key.Text}' is not a party of the agreement{Suggestion.For(key.Text, parties.Select(p => world.CountryCodes[p.Index]))}");
            }
            else if (new ConditionReader(world).Compliance(rule, named[0]) is { } read)
            {
                rules.Add(read);
                if (read.FinancedBy.Length > 0 && provisions.All(p => p.Id != read.FinancedBy))
                {
                    rule.Report(rule.Map[ConditionKeys.FinancedBy.Name]!, $"there is no provision '{read.FinancedBy}' in the agreement{Suggestion.For(read.FinancedBy, provisions.Select(p => p.Id))}");
                }
            }
        }

        return rules;
    }
}

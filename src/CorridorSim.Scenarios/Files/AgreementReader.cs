using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>Reads agreements: parties, dates, provisions, conditions.</summary>
internal sealed class AgreementReader(WorldDraft world, DiagnosticBag bag)
{
    public IEnumerable<InstrumentText> Read(MapReader root)
    {
        foreach (var (key, agreement) in root.Children("agreements"))
        {
            yield return Read(key, agreement);
        }
    }

    private InstrumentText Read(YamlText key, MapReader agreement)
    {
        agreement.Allow("title", "parties", "signed", "source", "provisions", "conditions");
        var parties = agreement.Indices("parties", world.CountryCodes, "country");
        if (agreement.Names("parties").Count < 2)
        {
            agreement.Report(agreement.Map["parties"] ?? key, "an agreement needs at least two parties, such as [USA, PAN]");
        }

        if (agreement.Map["signed"] is null)
        {
            agreement.Report(key, $"the agreement '{key.Text}' has no date of signature; add 'signed: 2022-04-19'");
        }

        var signed = agreement.Month("signed") ?? 0;
        var provisions = new List<ProvisionText>();
        var reader = new ProvisionReader(world, bag);
        foreach (var (id, provision) in agreement.Children("provisions"))
        {
            if (reader.Read(id, provision, signed) is { } read)
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
            key.Text, agreement.Text("title") ?? key.Text, true, parties, agreement.Text("source") ?? string.Empty, signed, sunset, provisions, conditions);
    }

    private (double Sunset, List<ConditionText> Conditions) Conditions(MapReader agreement, double signed)
    {
        var conditions = new List<ConditionText>();
        if (agreement.Child("conditions") is not { } child)
        {
            return (double.PositiveInfinity, conditions);
        }

        child.Allow("in-force-when", "suspend-when", "review", "sunset");
        foreach (var (key, kind) in new[] { ("in-force-when", ConditionKind.InForceWhen), ("suspend-when", ConditionKind.SuspendWhen), ("review", ConditionKind.Review) })
        {
            if (child.Child(key) is { } condition && Condition(condition, kind) is { } read)
            {
                conditions.Add(read);
            }
        }

        var sunset = child.Month("sunset") ?? double.PositiveInfinity;
        if (sunset <= signed)
        {
            child.Report(child.Map["sunset"]!, "the sunset lies before the signature; exchange the dates");
        }

        return (sunset, conditions);
    }

    private ConditionText? Condition(MapReader condition, ConditionKind kind)
    {
        condition.Allow("indicator", "leg", "border", "channel", "country", "nationality", "above", "below", "release", "for-months", "every-months", "scale-to");
        var indicator = condition.Text("indicator", true);
        var above = condition.Number("above", 0, 1e9);
        var below = condition.Number("below", 0, 1e9);
        if (above is null == below is null)
        {
            condition.Report(condition.Map, "a condition needs either 'above' or 'below', and not both");
        }

        if (kind == ConditionKind.Review && condition.Number("every-months", 1, 600) is null)
        {
            condition.Report(condition.Map, "a review needs 'every-months'");
        }

        if (indicator is null)
        {
            return null;
        }

        var where = condition.Text("leg") ?? condition.Text("border") ?? condition.Text("channel") ?? condition.Text("country") ?? string.Empty;
        var threshold = above ?? below ?? 0;
        var key = new SeriesKey(indicator, where, condition.Text("nationality") ?? SeriesKey.All);
        if (!ConditionIndicators.Exist(world, key))
        {
            condition.Report(condition.Map["indicator"]!, $"the world does not measure '{key}'{Suggestion.For(key.Series, ConditionIndicators.Of(world))}");
        }

        return new ConditionText(
            kind,
            key,
            above is not null,
            threshold,
            condition.Number("release", 0, 1e9) ?? threshold,
            condition.Number("for-months", 0, 120) ?? 0,
            condition.Number("every-months", 1, 600) ?? 0,
            condition.Number("scale-to", 0, 10) ?? 0);
    }
}

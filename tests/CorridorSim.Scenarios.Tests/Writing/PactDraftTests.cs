using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Writing;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Writing;

/// <summary>What is written with the builder of agreements is read by the program, and the other way round.</summary>
public sealed class PactDraftTests
{
    private const int Choices = 500;
    private const int WholeChecks = 5;

    public static TheoryData<string, string> Shipped
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Repository.Scenarios, "*.yaml").Where(f => !Path.GetFileNameWithoutExtension(f).Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var agreements = YamlReader.Read(file, file, new DiagnosticBag())?["agreements"] as YamlMap;
                foreach (var entry in (agreements?.Entries ?? []).Where(e => e.Value is YamlMap))
                {
                    all.Add(Path.GetFileNameWithoutExtension(file), entry.Key.Text);
                }
            }

            return all;
        }
    }

    [Fact]
    public void Five_hundred_choices_give_files_that_are_accepted_and_read_back_as_they_were_written()
    {
        var baseline = Load("americas-history");
        var choices = new GeneratedPacts(baseline, seed: 20);
        // What the baseline says is not read anew with each: only its world and its horizon count here.
        var below = baseline.Loaded.Merged with { Entries = [.. baseline.Loaded.Merged.Entries.Where(e => e.Key.Text is not ("measures" or "agreements"))] };
        for (var i = 0; i < Choices; i++)
        {
            var draft = choices.Next(i);
            var text = draft.Write().Text;
            var bag = new DiagnosticBag();
            var own = YamlReader.Parse(text, "pact.yaml", bag)!;
            var loaded = new LoadedScenario("pact.yaml", Repository.Scenarios, below.With(own with { Entries = [.. own.Entries.Where(e => e.Key.Text != "extends")] }), below) { Own = own };
            var read = ScenarioReader.Read(loaded.Merged, choices.World, bag);

            Assert.True(read is not null && !bag.HasErrors, $"{string.Join('\n', bag.Sorted)}\n{text}");
            Assert.Equal(draft.Clauses, read.Instruments.Single(p => p.IsAgreement && p.Id == draft.AgreementId).Provisions.Select(p => p.Id));
            Assert.Equal(Canonical(draft.Agreement), Canonical(PactDraft.Read(loaded, draft.AgreementId).Agreement));
            if (i < WholeChecks)
            {
                Assert.Empty(PactCheck.Of(draft, Repository.Scenarios).Mistakes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_agreement_is_taken_up_and_written_without_loss(string scenario, string agreement)
    {
        var original = Load(scenario);
        var draft = PactDraft.Change(original.Loaded, scenario, agreement);
        var check = PactCheck.Of(draft with { FileId = "taken-up" }, Repository.Scenarios);

        Assert.Empty(check.Mistakes);
        Assert.Equal(Values(original), Values(check.Compiled!));
        if (draft.Inherited is null)
        {
            Assert.Equal(original.Parent!.Canonical, check.Compiled!.Parent!.Canonical);
        }
    }

    [Fact]
    public void An_inherited_agreement_with_other_terms_is_compared_with_itself_as_it_was()
    {
        var draft = PactDraft.Change(Load("americas-history").Loaded, "americas-history", "chnv")
            .WithSize("all-four", "45000").Without("provisions.expel-venezuelans").With("conditions.sunset", "2024-06");

        var check = PactCheck.Of(draft, Repository.Scenarios);

        Assert.Empty(check.Mistakes);
        var (now, before) = (Chnv(check.Compiled!.Scenario), Chnv(check.Compiled.Parent!));
        Assert.Equal(45000, now.Provisions.Single(p => p.Id == "all-four").Size.Value.Central);
        Assert.DoesNotContain(now.Provisions, p => p.Id == "expel-venezuelans");
        Assert.Equal(before.Provisions.Count - 1, now.Provisions.Count);
        Assert.Equal(30000, before.Provisions.Single(p => p.Id == "all-four").Size.Value.Central);
        Assert.Equal(Canonical(draft.Agreement), Canonical((YamlMap)((YamlMap)check.Compiled.Loaded.Merged["agreements"]!)["chnv"]!));
    }

    [Fact]
    public void What_is_missing_is_told_once_and_at_its_field()
    {
        var draft = PactDraft.New("americas-history").WithClause("channel-capacity").WithClause("transit-danger").With("provisions.transit-danger.leg", "COL>PAN").WithSize("transit-danger", "-1");

        var check = PactCheck.Of(draft, Repository.Scenarios);

        Assert.Null(check.Compiled);
        Assert.Equal(
            ["title", "parties", "signed", "provisions.channel-capacity.channel", "provisions.channel-capacity.places-per-month", "provisions.channel-capacity.from", "provisions.transit-danger.from", "provisions.transit-danger.factor"],
            check.Mistakes.Select(m => m.Path));
        Assert.Contains("must lie between 0 and 10", check.At("provisions.transit-danger.factor").Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_condition_joins_the_first_and_each_mistake_stands_at_its_own()
    {
        var draft = PactDraft.Change(Load("us-panama-2022").Loaded, "us-panama-2022", "us-panama").WithCondition("suspend-when", "indicator", "deaths");
        var second = draft.Conditions("suspend-when")[^1];

        var check = PactCheck.Of(draft.With($"{second}.above", "x"), Repository.Scenarios);

        Assert.Equal("conditions.suspend-when.1", second);
        Assert.Contains(check.Mistakes, m => m.Path == $"{second}.above" && m.Message.Contains("must be a number", StringComparison.Ordinal));
        Assert.DoesNotContain(check.Mistakes, m => m.Path.StartsWith("conditions.suspend-when.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Costa Rica–United States work visas, 2023", "costa-rica-united-states-work-visas-2023")]
    [InlineData("  Acuerdo México y Panamá ", "acuerdo-mexico-y-panama")]
    [InlineData("Conditions", "conditions-agreement")]
    [InlineData("???", "")]
    public void A_title_gives_a_name(string title, string name) => Assert.Equal(name, PactDraft.Slug(title));

    internal static string Canonical(YamlMap map) => CanonicalYaml.Write(Sorted(map));

    internal static CompiledScenario Load(string name)
    {
        var bag = new DiagnosticBag();
        return CompiledScenario.Load(Path.Combine(Repository.Scenarios, $"{name}.yaml"), [], bag) ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted));
    }

    // Order says nothing: files are written in the order in which people read.
    private static YamlMap Sorted(YamlMap map) => map with
    {
        Entries = [.. map.Entries.Select(e => e with { Value = Sorted(e.Value) }).OrderBy(e => e.Key.Text, StringComparer.Ordinal)],
    };

    private static YamlItem Sorted(YamlItem item) => item switch
    {
        YamlMap map => Sorted(map),
        YamlList list => list with { Items = [.. list.Items.Select(Sorted)] },
        _ => item,
    };

    private static InstrumentText Chnv(ResolvedScenario scenario) => scenario.Instruments.Single(i => i.Id == "chnv");

    private static string[] Values(CompiledScenario compiled)
    {
        var slots = compiled.Experiment.World.Slots;
        return [.. compiled.Experiment.Variants[0].Settings.Select(s => string.Create(CultureInfo.InvariantCulture, $"{slots[s.Slot.Index].Path}={s.Value}")).Order(StringComparer.Ordinal)];
    }
}

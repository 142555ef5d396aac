using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Writing;

namespace CorridorSim.Scenarios.Tests.Writing;

/// <summary>A copy has the numbers of the original with its settings, and the original's baseline.</summary>
public sealed class ScenarioCopyTests : IDisposable
{
    private const string Places = "agreements.us-panama.provisions.referrals.places-per-month.value=900";
    private const string World = "assumptions.behaviour.give-up-value=0.3";

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-copy").FullName;

    public ScenarioCopyTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Scenarios, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".yaml" or ".csv"))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(Repository.Scenarios, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("us-panama-2022", new[] { Places }, false)]
    [InlineData("us-panama-2022", new[] { World }, true)]
    [InlineData("us-panama-2022", new[] { Places, World }, true)]
    [InlineData("us-costa-rica-2022", new[] { World }, true)]
    [InlineData("displaced-family-open", new[] { "measures.GBR.family-scheme.places-per-month.value=3000" }, false)]
    [InlineData("displaced-schemes", new[] { "measures.GBR.family-scheme.places-per-month.value=3000" }, false)]
    [InlineData("displaced-schemes", new[] { "measures.GBR.family-scheme.places-per-month.value=3000", World }, true)]
    public void A_copy_gives_the_variants_that_the_settings_give(string scenario, string[] settings, bool hasBaseline)
    {
        var original = Load(scenario, settings);
        var copy = ScenarioCopy.Of(Load(scenario).Loaded, $"{scenario}.yaml", "copied", "A copy: 'quoted' #1", settings);
        Assert.Equal(hasBaseline, copy.Baseline is not null);
        File.WriteAllText(Path.Combine(_folder, "copied.yaml"), copy.Text);
        if (copy.Baseline is not null)
        {
            File.WriteAllText(Path.Combine(_folder, $"{copy.Baseline}.yaml"), copy.BaselineText);
        }

        var copied = Load("copied");

        Assert.Equal("A copy: 'quoted' #1", copied.Scenario.Title);
        Assert.Equal(Values(original, 0), Values(copied, 0));
        // A scenario that extends nothing is compared with itself as it stands.
        var expected = original.Parent is null ? Load(scenario, [.. settings.Where(s => s == World)]) : original;
        Assert.Equal(Values(expected, expected.Experiment.Variants.Count - 1), Values(copied, 1));
    }

    private CompiledScenario Load(string name, params string[] settings)
    {
        var bag = new DiagnosticBag();
        return CompiledScenario.Load(Path.Combine(_folder, $"{name}.yaml"), settings, bag) ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted));
    }

    private static SortedDictionary<string, string> Values(CompiledScenario compiled, int variant)
    {
        var slots = compiled.Experiment.World.Slots;
        var set = compiled.Experiment.Variants[variant].Settings.ToDictionary(s => s.Slot, s => s.Value);
        return new SortedDictionary<string, string>(
            slots.Select((slot, i) => (slot.Path, Value: set.GetValueOrDefault(new Slot(i), slot.Value).ToString())).ToDictionary(p => p.Path, p => p.Value), StringComparer.Ordinal);
    }
}

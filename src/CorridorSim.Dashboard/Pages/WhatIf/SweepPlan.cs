using System.Globalization;
using CorridorSim.Dashboard.Knobs;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Writing;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Pages.WhatIf;

/// <summary>A slider that a sweep varies.</summary>
/// <param name="Knob">The slider.</param>
/// <param name="Low">Least setting, inclusive.</param>
/// <param name="High">Greatest setting, inclusive.</param>
/// <param name="Steps">Settings between the two, both included; 2 to 20.</param>
public sealed record SweptKnob(Knob Knob, double Low, double High, int Steps);

/// <summary>A sweep over sliders of a scenario: every combination of their settings, the other sliders as moved.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Title">Title of the sweep.</param>
/// <param name="Swept">What is varied.</param>
/// <param name="Fixed">What else is set, as <c>path=value</c>.</param>
/// <param name="Replicates">Simulations of each combination.</param>
public sealed record SweepPlan(string Scenario, string Title, IReadOnlyList<SweptKnob> Swept, IReadOnlyList<string> Fixed, int Replicates)
{
    /// <summary>Most combinations that a page starts; more are for the command line.</summary>
    public const int MostCombinations = 500;

    private const int MostSteps = 20;

    /// <summary>Number of combinations.</summary>
    public long Combinations => Swept.Aggregate(1L, (product, s) => product * Math.Max(1, s.Steps));

    /// <summary>What is wrong with it, in a sentence; null when it can be run.</summary>
    public string? Problem => Swept.Count == 0 ? "Choose at least one slider to vary."
        : Swept.FirstOrDefault(s => !(s.Low < s.High)) is { } empty ? $"The range of '{Short(empty.Knob)}' is empty; put the lower value first."
        : Swept.FirstOrDefault(s => !s.Knob.Allows(s.Low) || !s.Knob.Allows(s.High)) is { } wide ? string.Create(CultureInfo.InvariantCulture, $"'{Short(wide.Knob)}' can go from {wide.Knob.Lowest} to {wide.Knob.Highest}.")
        : Swept.FirstOrDefault(s => s.Steps is < 2 or > MostSteps) is { } steps ? $"'{Short(steps.Knob)}' takes 2 to {MostSteps} settings."
        : Combinations > MostCombinations ? $"{Combinations} combinations are too many for a page; at most {MostCombinations}. Take fewer settings, or save the file and run it with the command line."
        : null;

    /// <summary>The sweep file.</summary>
    /// <param name="id">Identifier of the sweep.</param>
    public string Write(string id)
    {
        var root = YamlTree.Map(
            YamlTree.Entry("corridorsim", YamlTree.Text("1")), YamlTree.Entry("id", YamlTree.Text(id, isText: true)), YamlTree.Entry("title", YamlTree.Text(Title, isText: true)),
            YamlTree.Entry("base", YamlTree.Text($"{Scenario}.yaml", isText: true)));
        var varied = Swept.Select(s => ScenarioPath.OfInput(s.Knob.Setting)).ToHashSet();
        YamlEntry[] set = [.. Fixed.Select(f => f.Split('=', 2)).Where(f => !varied.Contains(ScenarioPath.OfInput(f[0]))).Select(f => YamlTree.Entry(f[0], YamlTree.Text(f[1])))];
        if (set.Length > 0)
        {
            root = root with { Entries = [.. root.Entries, YamlTree.Entry("set", YamlTree.Map(set))] };
        }

        var names = new HashSet<string>();
        var factors = Swept.Select(s => YamlTree.Entry(Name(s.Knob, names), YamlTree.Map(
            YamlTree.Entry("path", YamlTree.Text(s.Knob.Setting)),
            YamlTree.Entry("kind", YamlTree.Text(s.Knob.Kind == KnobKind.Policy ? "lever" : "uncertainty")),
            YamlTree.Entry("label", YamlTree.Text(Short(s.Knob), isText: true)),
            YamlTree.Entry("range", new YamlList(string.Empty, 1, 1, [Number(s.Low), Number(s.High)])),
            YamlTree.Entry("steps", Number(s.Steps)))));
        return CanonicalYaml.Write(root with
        {
            Entries =
            [
                .. root.Entries, YamlTree.Entry("factors", YamlTree.Map([.. factors])),
                YamlTree.Entry("design", YamlTree.Map(YamlTree.Entry("kind", YamlTree.Text("grid")))),
                YamlTree.Entry("replicates", Number(Replicates)),
            ],
        });
    }

    private static YamlText Number(double value) => YamlTree.Text(value.ToString("0.###############", CultureInfo.InvariantCulture));

    private static string Short(Knob knob) => knob.Label.Split(':')[0];

    private static string Name(Knob knob, HashSet<string> taken)
    {
        var slug = PactDraft.Slug(Short(knob)) is { Length: > 0 } words ? words : "factor";
        var name = Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? slug : FormattableString.Invariant($"{slug}-{i}")).First(taken.Add);
        return name;
    }
}

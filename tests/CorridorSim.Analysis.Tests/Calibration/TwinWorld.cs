using System.Globalization;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Calibration;

/// <summary>A copy of the displaced-schemes world with observations that a scenario made under known parameters.</summary>
internal sealed class TwinWorld : IDisposable
{
    private const double Error = 0.1;

    private static readonly string[] Schemes = ["gbr-family-scheme", "gbr-homes-for-ukraine"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("corridorsim-twin-");

    public TwinWorld(string scenarioOfTheRecord, ulong noiseSeed)
    {
        var shipped = Repository.Scenarios;
        var world = Directory.CreateDirectory(Path.Combine(_folder.FullName, "worlds", "ukraine-uk")).FullName;
        foreach (var table in Directory.EnumerateFiles(Path.Combine(shipped, "worlds", "ukraine-uk")))
        {
            File.Copy(table, Path.Combine(world, Path.GetFileName(table)));
        }

        foreach (var scenario in new[] { "displaced-schemes.yaml", "displaced-family-open.yaml" })
        {
            File.Copy(Path.Combine(shipped, scenario), Path.Combine(_folder.FullName, scenario));
        }

        WriteObservations(scenarioOfTheRecord, world, new SplitMixUniforms(noiseSeed));
        File.WriteAllText(Calibration, """
            corridorsim: 1
            id: twin
            base: displaced-schemes.yaml
            window: { from: 2022-10, to: 2024-09 }
            observations: observations.csv
            method: kalman
            ensemble: { members: 96, updates: 20, seed: 5 }
            shocks: keep
            series:
              applications: {}
              approvals: {}
              admissions: {}
            parameters:
              channels.gbr-family-scheme.appeal: { normal: [-4.5, 1] }
              channels.gbr-homes-for-ukraine.appeal: { normal: [-4.5, 1] }
              channels.gbr-family-scheme.arrival-months: { lognormal: [1.5, 0.5] }
              channels.gbr-homes-for-ukraine.arrival-months: { lognormal: [1.5, 0.5] }
            """);
    }

    /// <summary>The parameters that made the observations.</summary>
    public static IReadOnlyDictionary<string, double> Truth { get; } = new Dictionary<string, double>
    {
        ["channels.gbr-family-scheme.appeal"] = -3.9,
        ["channels.gbr-homes-for-ukraine.appeal"] = -5.1,
        ["channels.gbr-family-scheme.arrival-months"] = 2.4,
        ["channels.gbr-homes-for-ukraine.arrival-months"] = 1.1,
    };

    /// <summary>Path of the calibration file.</summary>
    public string Calibration => Path.Combine(_folder.FullName, "twin.calibration.yaml");

    /// <summary>Replaces a line of the calibration file.</summary>
    public void Replace(string line, string other) => File.WriteAllText(Calibration, File.ReadAllText(Calibration).Replace(line, other, StringComparison.Ordinal));

    /// <summary>Puts a wrong count of a month into all series of a variable.</summary>
    public void Spoil(string variable, string month)
    {
        var observations = Path.Combine(_folder.FullName, "observations.csv");
        File.WriteAllLines(observations, File.ReadAllLines(observations).Select(line =>
            line.StartsWith($"{variable},", StringComparison.Ordinal) && line.Contains($",{month},", StringComparison.Ordinal)
                ? $"{line[..(line.LastIndexOf(',') + 1)]}1000000"
                : line));
    }

    public void Dispose() => _folder.Delete(true);

    private void WriteObservations(string scenario, string world, SplitMixUniforms noise)
    {
        var result = Simulate(Path.Combine(_folder.FullName, scenario));
        var names = new List<string> { "series,nationality,variable,where,nationalities,error,note" };
        var rows = new List<string> { "series,nationality,month,value" };
        foreach (var variable in new[] { Indicators.Applications, Indicators.Approvals, Indicators.Admissions })
        {
            foreach (var scheme in Schemes)
            {
                var name = $"{variable},{scheme}";
                names.Add(string.Create(CultureInfo.InvariantCulture, $"{name},{variable},{scheme},ALL,{Error},"));
                var series = result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, scheme, SeriesKey.All));
                for (var month = 0; month < 24; month++)
                {
                    var value = Math.Exp(Math.Log(1 + result.Values[series][month]) + (Error * noise.NextNormal())) - 1;
                    rows.Add(string.Create(CultureInfo.InvariantCulture, $"{name},{CalendarMonth.Format(CalendarMonth.Of(2022, 10) + month)},{Math.Max(0, value):R}"));
                }
            }
        }

        File.WriteAllLines(Path.Combine(world, "observed-series.csv"), names);
        File.WriteAllLines(Path.Combine(_folder.FullName, "observations.csv"), rows);
    }

    /// <summary>One history with the known parameters, the middle of every other and no shocks.</summary>
    private static BlockResult Simulate(string path)
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(path, [], bag);
        Assert.Empty(bag.Sorted);
        var experiment = compiled!.Experiment;
        var slots = experiment.World.Slots;
        var own = experiment.Variants[0].Settings.ToDictionary(s => s.Slot, s => s.Value);
        for (var slot = 0; slot < slots.Count; slot++)
        {
            var value = own.GetValueOrDefault(new Slot(slot), slots[slot].Value);
            var known = Truth.TryGetValue(slots[slot].Path, out var truth) ? truth
                : slots[slot].Path.EndsWith(".shock-spread", StringComparison.Ordinal) ? 0
                : value.Central;
            own[new Slot(slot)] = Distribution.Constant(known);
        }

        var plan = BlockPlan.Compile(experiment with
        {
            Variants = [new Variant("twin", [.. own.OrderBy(s => s.Key).Select(s => new SlotSetting(s.Key, s.Value))])],
            Replicates = 1,
        });
        return BlockSimulation.Run(plan, new LaneRange(0, 1));
    }
}

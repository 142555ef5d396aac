using CorridorSim.Model.Indices;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>Reads unilateral measures, grouped by country.</summary>
internal sealed class MeasureReader(WorldDraft world, DiagnosticBag bag)
{
    public IEnumerable<InstrumentText> Read(MapReader root)
    {
        foreach (var (key, measures) in root.Children(CommonKeys.Measures))
        {
            var country = world.CountryCodes.ToList().IndexOf(key.Text);
            if (country < 0)
            {
                measures.Report(key, $"unknown country '{key.Text}'{Suggestion.For(key.Text, world.CountryCodes)}");
                continue;
            }

            var reader = new ProvisionReader(world);
            var provisions = new List<ProvisionText>();
            foreach (var entry in measures.Map.Entries)
            {
                if (entry.Value is not YamlMap map)
                {
                    measures.Report(entry.Value, $"'{entry.Key.Text}' must be a mapping with a lever");
                    continue;
                }

                if (reader.Read(entry.Key, new MapReader(map, bag), double.NegativeInfinity, [new CountryIndex(country)], (key.Text, measures)) is { } provision)
                {
                    provisions.Add(provision);
                }
            }

            yield return new InstrumentText(
                InstrumentName.OfMeasures(key.Text), $"Measures of {world.Countries[country].Name}", false, [new CountryIndex(country)], "see each measure", 0, double.PositiveInfinity, provisions, []);
        }
    }
}

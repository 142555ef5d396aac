using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Effects;

/// <summary>Works out the headline figures of a run from its monthly series.</summary>
/// <param name="result">The run.</param>
public sealed class Headline(ExperimentResult result)
{
    private readonly int _replicates = result.Plan.Experiment.Replicates;

    /// <summary>The headline figures of a variant, in the order in which they are read.</summary>
    public IReadOnlyList<HeadlineIndicator> Of(int variant)
    {
        var series = result.Plan.Series.Select((info, index) => (info, index)).Where(s => s.info.Key.Nationality == SeriesKey.All).ToArray();
        var rows = new List<HeadlineIndicator>();
        var admissions = Totals(Indicators.Admissions, _ => true);
        var atPorts = Totals(Indicators.EncountersAtPorts, _ => true);
        var irregular = Totals(Indicators.IrregularArrivals, _ => true);
        rows.Add(Row("legal admissions, all channels", "persons", admissions));
        foreach (var (info, index) in series.Where(s => s.info.Key.Variable == Indicators.Admissions))
        {
            rows.Add(Row($"legal admissions: {info.Key.Where}", "persons", Total(index)));
        }

        rows.Add(Row("legal share of arrivals", "share", [.. admissions.Select((a, k) => Share(a + atPorts[k], irregular[k]))]));
        Add(Indicators.IrregularEntries, "irregular entries", "COL>PAN");
        Add(Indicators.EncountersBetweenPorts, "encounters between ports", null);
        Add(Indicators.EncountersAtPorts, "encounters at ports", null);
        foreach (var (info, index) in series.Where(s => s.info.Key.Variable is Indicators.Queue or Indicators.Wait))
        {
            var words = info.Key.Variable == Indicators.Queue ? "queue at the end" : "median wait at the end";
            rows.Add(new HeadlineIndicator($"{words}: {info.Key.Where}", info.Unit, CalendarMonth.Format(LastMonth), Last(index)));
        }

        rows.Add(Row("deaths on the way", "persons", Totals(Indicators.Deaths, _ => true)));
        rows.Add(Row("returns, expulsions home and giving up", "persons", Totals(Indicators.Returns, _ => true)));
        rows.Add(Row("people protected in transit", "persons", Totals(Indicators.Protected, _ => true)));
        return rows;

        void Add(string variable, string words, string? only)
        {
            foreach (var (info, index) in series.Where(s => s.info.Key.Variable == variable && (only is null || s.info.Key.Where == only)))
            {
                rows.Add(Row($"{words} {info.Key.Where}", info.Unit.Replace("/month", string.Empty, StringComparison.Ordinal), Total(index)));
            }
        }

        double[] Totals(string variable, Func<SeriesInfo, bool> chosen)
        {
            var sum = new double[_replicates];
            foreach (var (_, index) in series.Where(s => s.info.Key.Variable == variable && chosen(s.info)))
            {
                foreach (var (value, k) in Total(index).Select((v, k) => (v, k)))
                {
                    sum[k] += value;
                }
            }

            return sum;
        }

        double[] Total(int index) => PerReplicate(variant, lane => result.Lane(index, lane).Sum());

        double[] Last(int index) => PerReplicate(variant, lane => result.Lane(index, lane)[^1]);
    }

    private int LastMonth => result.Plan.Experiment.FirstMonth + result.Plan.Experiment.Months - 1;

    private string Horizon => $"{CalendarMonth.Format(result.Plan.Experiment.FirstMonth)}..{CalendarMonth.Format(LastMonth)}";

    private static double Share(double legal, double irregular) => legal + irregular > 0 ? legal / (legal + irregular) : 0;

    private HeadlineIndicator Row(string name, string unit, double[] values) => new(name, unit, Horizon, values);

    /// <summary>One value per replicate; a failed lane gives not-a-number, which statistics leave out in pairs.</summary>
    private double[] PerReplicate(int variant, Func<long, double> value)
    {
        var failed = result.Failures.Select(f => f.Lane).ToHashSet();
        return [.. Enumerable.Range(0, _replicates).Select(k => ((long)variant * _replicates) + k).Select(lane => failed.Contains(lane) ? double.NaN : value(lane))];
    }
}

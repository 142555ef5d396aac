using System.Globalization;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>
/// How far a default forecast follows the model, and what it cannot know: the error of log(1 + flow) has the variance
/// (start (1 - fade)^months)^2 + growth^2 x months ahead, beside that of the model.
/// </summary>
/// <param name="Weight">Share of the model's change that is taken, 0 (none) to 1.</param>
/// <param name="Start">Error that is there from the first month on, log units, at least 0.</param>
/// <param name="Growth">Error that a month adds, log units per square root of a month, at least 0.</param>
/// <param name="Fade">Share of what is left of the last observed months that each month ahead takes away in favour of the model, 0 (they last) to 1.</param>
public sealed record ForecastErrors(double Weight, double Start, double Growth, double Fade = 0)
{
    /// <summary>Name of the table in the folder of a world.</summary>
    public const string FileName = "forecast-errors.csv";

    private static readonly string[] Columns = ["kind", "weight", "start", "growth"];

    /// <summary>What is assumed where a world has no table: half of the model's change, a single nationality within a factor of 2.</summary>
    public static ForecastErrors PriorOfNationality { get; } = new(0.5, 0.5, 0.15);

    /// <summary>The same for all nationalities together: shocks of single nationalities partly cancel.</summary>
    public static ForecastErrors PriorOfTotal { get; } = new(0.5, 0.2, 0.08);

    /// <summary>Reads the table of a world: one row for single nationalities, one for totals; the prior where it has none, no fade where it has no such column.</summary>
    /// <param name="folder">Folder of the world.</param>
    /// <exception cref="StudyException">The table is malformed.</exception>
    public static (ForecastErrors Nationality, ForecastErrors Total) Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var (nationality, total) = (PriorOfNationality, PriorOfTotal);
        if (!File.Exists(path))
        {
            return (nationality, total);
        }

        var bag = new DiagnosticBag();
        foreach (var row in CsvTable.Read(path, FileName, Columns, bag).Rows)
        {
            var errors = new ForecastErrors(row.Number("weight", 0, 1), row.Number("start", 0, 5), row.Number("growth", 0, 5), row.Text("fade").Length == 0 ? 0 : row.Number("fade", 0, 1));
            switch (row.Text("kind"))
            {
                case "nationality":
                    nationality = errors;
                    break;
                case "total":
                    total = errors;
                    break;
                default:
                    row.Report("kind", $"unknown kind '{row.Text("kind")}'; write nationality or total");
                    break;
            }
        }

        return bag.HasErrors ? throw new StudyException(bag.Sorted[0].ToString()) : (nationality, total);
    }

    /// <summary>The same for a series, which may have a weight of its own.</summary>
    internal ForecastErrors Of(ObservedSeries series) => this with { Weight = series.ModelShare ?? Weight };

    /// <summary>The table as a file.</summary>
    public static string Text(ForecastErrors nationality, ForecastErrors total, string remark)
    {
        ArgumentNullException.ThrowIfNull(nationality);
        ArgumentNullException.ThrowIfNull(total);
        return $"# {remark}\n{string.Join(',', Columns)},fade\n{Row("nationality", nationality)}{Row("total", total)}";
    }

    private static string Row(string kind, ForecastErrors e) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind},{e.Weight:0.##},{e.Start:0.##},{e.Growth:0.###},{e.Fade:0.##}\n");
}

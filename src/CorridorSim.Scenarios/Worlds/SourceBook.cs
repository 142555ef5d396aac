using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>The sources of a world, by identifier.</summary>
internal sealed class SourceBook
{
    private readonly Dictionary<string, (InputBasis Basis, string Citation)> _sources = new(StringComparer.Ordinal);

    public SourceBook(CsvTable table)
    {
        foreach (var row in table.Rows)
        {
            if (!Enum.TryParse<InputBasis>(row.Text("basis").Replace("-", string.Empty, StringComparison.Ordinal), true, out var basis))
            {
                row.Report("basis", $"unknown basis '{row.Text("basis")}'; use published, assumed, fitted or to-be-verified");
            }

            if (row.Text("citation").Length == 0)
            {
                row.Report("citation", "the source has no citation; say where the figures can be read");
            }

            if (!_sources.TryAdd(row.Text("id"), (basis, row.Text("citation"))))
            {
                row.Report("id", $"the source '{row.Text("id")}' stands twice; remove one");
            }
        }
    }

    /// <summary>Basis and citation of the source that a row names; an unknown or missing one is reported.</summary>
    public (InputBasis Basis, string Citation) Of(CsvRow row)
    {
        if (_sources.TryGetValue(row.Text("source"), out var source))
        {
            return source;
        }

        row.Report("source", $"unknown source '{row.Text("source")}'; every figure needs a source that stands in sources.csv");
        return (InputBasis.Assumed, "none");
    }
}

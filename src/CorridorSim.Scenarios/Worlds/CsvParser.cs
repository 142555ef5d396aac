using System.Text;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Splits comma-separated text into records of cells; blank lines are passed over.</summary>
internal static class CsvParser
{
    public static List<List<CsvCell>> Parse(string text)
    {
        var records = new List<List<CsvCell>>();
        var record = new List<CsvCell>();
        var cell = new StringBuilder();
        var (line, column, cellLine, cellColumn, quoted) = (1, 1, 1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quoted)
            {
                if (character == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                    column++;
                }
                else if (character == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(character);
                }
            }
            else if (character == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (character is ',' or '\n')
            {
                record.Add(new CsvCell(cell.ToString().TrimEnd('\r'), cellLine, cellColumn));
                cell.Clear();
                if (character == '\n')
                {
                    Finish(records, ref record);
                }
            }
            else
            {
                cell.Append(character);
            }

            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
            if (cell.Length == 0 && !quoted)
            {
                (cellLine, cellColumn) = (line, column);
            }
        }

        if (cell.Length > 0 || record.Count > 0)
        {
            record.Add(new CsvCell(cell.ToString().TrimEnd('\r'), cellLine, cellColumn));
            Finish(records, ref record);
        }

        return records;
    }

    private static void Finish(List<List<CsvCell>> records, ref List<CsvCell> record)
    {
        if (record.Count > 1 || record[0].Text.Length > 0)
        {
            records.Add(record);
        }

        record = [];
    }
}

using System.Text;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Splits comma-separated text into records of cells, quotes as in RFC 4180; records whose cells are all empty are passed over.</summary>
/// <param name="file">Name of the file for messages.</param>
/// <param name="bag">Receives what is wrong with quotes.</param>
internal sealed class CsvParser(string file, DiagnosticBag bag)
{
    private readonly List<List<CsvCell>> _records = [];
    private readonly StringBuilder _cell = new();
    private List<CsvCell> _record = [];
    private (int Line, int Column) _start = (1, 1);
    private bool _isQuoted;
    private bool _isClosed;

    /// <summary>The records of a text whose lines end with a line feed.</summary>
    public List<List<CsvCell>> Parse(string text)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = _isQuoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"';
            Take(text[i], isPair, line, column);
            if (isPair)
            {
                i++;
                column++;
            }

            (line, column) = text[i] == '\n' ? (line + 1, 1) : (line, column + 1);
            if (_cell.Length == 0 && !_isQuoted && !_isClosed)
            {
                _start = (line, column);
            }
        }

        if (_isQuoted)
        {
            bag.Add(file, _start.Line, _start.Column, $"the quote of line {_start.Line} is never closed; add the second one");
            return _records;
        }

        if (_cell.Length > 0 || _record.Count > 0 || _isClosed)
        {
            EndCell();
            EndRecord();
        }

        return _records;
    }

    private void Take(char character, bool isPair, int line, int column)
    {
        if (_isQuoted)
        {
            _isQuoted = isPair || character != '"';
            _isClosed = !_isQuoted;
            if (_isQuoted)
            {
                _cell.Append(character);
            }
        }
        else if (character == '"' && _cell.Length == 0 && !_isClosed)
        {
            _isQuoted = true;
        }
        else if (character is ',' or '\n')
        {
            EndCell();
            if (character == '\n')
            {
                EndRecord();
            }
        }
        else
        {
            if (_isClosed && character != ' ')
            {
                bag.Add(file, line, column, "there is text behind the closing quote of the cell; put all of it inside, with doubled quotes for quotes");
            }

            _cell.Append(character);
        }
    }

    private void EndCell()
    {
        _record.Add(new CsvCell(_cell.ToString(), _start.Line, _start.Column));
        _cell.Clear();
        _isClosed = false;
    }

    private void EndRecord()
    {
        if (_record.Exists(c => c.Text.Trim().Length > 0))
        {
            _records.Add(_record);
        }

        _record = [];
    }
}

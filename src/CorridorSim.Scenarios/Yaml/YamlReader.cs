using CorridorSim.Scenarios.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CorridorSim.Scenarios.Yaml;

/// <summary>Reads YAML into items with marks: no aliases, no duplicate keys, bounded size and depth.</summary>
public sealed class YamlReader
{
    private const int MostBytes = 1_000_000;
    private const int MostDepth = 32;

    private readonly string _file;
    private readonly DiagnosticBag _bag;
    private readonly Parser _parser;

    private YamlReader(string file, string text, DiagnosticBag bag)
    {
        _file = file;
        _bag = bag;
        _parser = new Parser(new StringReader(text));
    }

    private int Line => Math.Max(1, (int)(_parser.Current?.End.Line ?? 1));

    private int Column => Math.Max(1, (int)(_parser.Current?.End.Column ?? 1));

    /// <summary>Reads a file whose root is a mapping; reports what is wrong and returns null.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static YamlMap? Read(string path, string file, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return SourceFile.Read(path, file, MostBytes, "there is no such file; check the path", bag) is { } text ? Parse(text, file, bag) : null;
    }

    /// <summary>Reads a value as it may stand behind a colon: a text, a list or a mapping in brackets.</summary>
    public static YamlItem? ParseValue(string text, string file, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimStart() is ['[' or '{' or '\'' or '"', ..] || text.Contains('\0', StringComparison.Ordinal)
            ? Parse($"value: {text}", file, bag)?["value"]
            : new YamlText(file, 1, 1, text);
    }

    /// <summary>Reads text whose root is a mapping.</summary>
    public static YamlMap? Parse(string text, string file, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var reader = new YamlReader(file, text, bag);
        try
        {
            return reader.Root();
        }
        catch (YamlException error)
        {
            Refuse(text, file, Math.Max(1, (int)error.Start.Line), Math.Max(1, (int)error.Start.Column), $"this is not valid YAML: {Reason(error)}", bag);
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // The parser's own mistakes with broken text; found by fuzzing. It has not gone beyond the last item that it gave.
            Refuse(text, file, reader.Line, reader.Column, "this is not valid YAML here or just after; mind indentation, colons, brackets and quotes", bag);
            return null;
        }
    }

    /// <summary>A tab in the indentation is the cause more often than what the parser trips over, which may stand lines before or after it.</summary>
    private static void Refuse(string text, string file, int line, int column, string message, DiagnosticBag bag)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var indentation = lines[i][..^lines[i].TrimStart().Length];
            if (indentation.IndexOf('\t', StringComparison.Ordinal) is var tab and >= 0)
            {
                bag.Add(file, i + 1, tab + 1, "there is a tab in the indentation; indent with blanks");
                return;
            }
        }

        bag.Add(file, line, column, message);
    }

    private static string Reason(YamlException error)
    {
        var text = error.InnerException?.Message ?? error.Message;
        return text.ReplaceLineEndings(" ").TrimEnd('.') + "; mind indentation, colons and quotes";
    }

    private YamlMap? Root()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _bag.Add(_file, 1, 1, "the file is empty; start with 'corridorsim: 1'");
            return null;
        }

        var start = _parser.Consume<DocumentStart>();
        var item = Item(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _bag.Add(_file, (int)second.Start.Line, (int)second.Start.Column, "the file has a second document; keep one document a file");
        }

        if (item is YamlMap map)
        {
            return map;
        }

        _bag.Add(_file, (int)start.Start.Line, 1, "the file must be a mapping of keys and values; start with 'corridorsim: 1'");
        return null;
    }

    private YamlItem? Item(int depth)
    {
        var current = _parser.Current ?? throw new YamlException("the file ends too early");
        var (line, column) = ((int)current.Start.Line, (int)current.Start.Column);
        if (depth > MostDepth)
        {
            throw new YamlException(current.Start, current.End, $"nested deeper than {MostDepth} levels");
        }

        switch (current)
        {
            case AnchorAlias:
                _parser.MoveNext();
                _bag.Add(_file, line, column, "aliases are not allowed; write the value out");
                return null;
            case Scalar scalar when scalar.Value.Contains('\0', StringComparison.Ordinal):
                // No file name and no identifier can have it, and most of what opens files stops at it.
                _parser.MoveNext();
                _bag.Add(_file, line, column, "a text has the character of code 0; remove it");
                return null;
            case Scalar scalar:
                _parser.MoveNext();
                return new YamlText(_file, line, column, scalar.Value) { IsQuoted = scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any) };
            case SequenceStart:
                return List(line, column, depth);
            case MappingStart:
                return Map(line, column, depth);
            default:
                throw new YamlException(current.Start, current.End, "unexpected content");
        }
    }

    private YamlList List(int line, int column, int depth)
    {
        _parser.MoveNext();
        var items = new List<YamlItem>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            if (Item(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        _parser.MoveNext();
        return new YamlList(_file, line, column, items);
    }

    private YamlMap Map(int line, int column, int depth)
    {
        _parser.MoveNext();
        var entries = new List<YamlEntry>();
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = Item(depth + 1) as YamlText;
            var value = Item(depth + 1);
            if (key is null)
            {
                _bag.Add(_file, line, column, "a key must be a plain text");
            }
            else if (entries.Any(e => e.Key.Text == key.Text))
            {
                _bag.Add(_file, key.Line, key.Column, $"the key '{key.Text}' stands twice; remove one");
            }
            else if (value is not null)
            {
                entries.Add(new YamlEntry(key, value));
            }
        }

        _parser.MoveNext();
        return new YamlMap(_file, line, column, entries);
    }
}

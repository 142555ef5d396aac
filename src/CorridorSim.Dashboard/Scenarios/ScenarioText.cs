using System.Text;

namespace CorridorSim.Dashboard.Scenarios;

/// <summary>Writes a scenario file that extends another and states only what differs.</summary>
public static class ScenarioText
{
    /// <summary>The file.</summary>
    /// <param name="id">Identifier of the new scenario.</param>
    /// <param name="parent">Name of the scenario it extends.</param>
    /// <param name="title">Title of the scenario it extends.</param>
    /// <param name="settings">Values as <c>path=value</c>.</param>
    public static string Write(string id, string parent, string title, IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var root = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var (path, value) = (setting[..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            string[] keys = path.StartsWith("assumptions.", StringComparison.Ordinal) ? ["assumptions", path["assumptions.".Length..]] : path.Split('.');
            var map = root;
            foreach (var key in keys[..^1])
            {
                map = (SortedDictionary<string, object>)(map.TryGetValue(key, out var known) ? known : map[key] = new SortedDictionary<string, object>(StringComparer.Ordinal));
            }

            map[keys[^1]] = value;
        }

        var text = new StringBuilder("corridorsim: 1\n").Append("id: ").Append(id).Append('\n');
        text.Append("title: ").Append(Quoted($"{title}, changed")).Append('\n').Append("extends: ").Append(parent).Append(".yaml\n");
        Append(text, root, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, SortedDictionary<string, object> map, int indent)
    {
        foreach (var (key, value) in map)
        {
            text.Append(' ', indent).Append(key).Append(':');
            if (value is SortedDictionary<string, object> inner)
            {
                text.Append('\n');
                Append(text, inner, indent + 2);
            }
            else
            {
                text.Append(' ').Append(value).Append('\n');
            }
        }
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\n', ' ')}\"";
}

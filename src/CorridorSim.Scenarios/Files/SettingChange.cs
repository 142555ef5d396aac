using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>A value that a user set on top of a scenario file.</summary>
/// <param name="Path">Path of the value, as it was given.</param>
/// <param name="Before">What the file states there; null when it states nothing.</param>
/// <param name="After">What was set.</param>
public sealed record SettingChange(string Path, string? Before, string After)
{
    /// <summary>Compares a setting with a scenario before it is applied.</summary>
    /// <param name="scenario">The scenario with everything it inherits.</param>
    /// <param name="setting">The setting, as <c>path=value</c>.</param>
    public static SettingChange Of(YamlMap scenario, string setting)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(setting);
        var parts = setting.Split('=', 2);
        YamlItem? item = scenario;
        foreach (var key in ScenarioPath.InFile(parts[0]))
        {
            item = (item as YamlMap)?[key];
        }

        return new SettingChange(parts[0], item is null ? null : Words(item), parts.Length > 1 ? parts[1] : string.Empty);
    }

    private static string Words(YamlItem item) => item switch
    {
        YamlText text => text.Text,
        YamlMap map when map[ScenarioPath.Value] is { } value => Words(value),
        YamlMap map => string.Join(", ", map.Entries.Select(e => $"{e.Key.Text} {Words(e.Value)}")),
        YamlList list => $"[{string.Join(", ", list.Items.Select(Words))}]",
        _ => string.Empty,
    };
}

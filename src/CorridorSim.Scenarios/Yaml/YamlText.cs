namespace CorridorSim.Scenarios.Yaml;

/// <summary>A text or number.</summary>
public sealed record YamlText(string File, int Line, int Column, string Text) : YamlItem(File, Line, Column)
{
    /// <summary>True when it stands in quotes or in a block: then it is a text, whatever it looks like.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>True for <c>null</c>, <c>~</c> and nothing, which remove what is inherited.</summary>
    public bool IsNull => !IsQuoted && Text is ("null" or "~" or "");
}

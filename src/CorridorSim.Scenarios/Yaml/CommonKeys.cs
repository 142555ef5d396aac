using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Yaml;

/// <summary>Keys that files of several kinds have.</summary>
public static class CommonKeys
{
    /// <summary>Greatest level of an indicator that anything is held against.</summary>
    internal const double MostLevel = 1e15;

    /// <summary>Basis of what a source states.</summary>
    public const string Published = "published";

    /// <summary>Basis of what nobody states.</summary>
    public const string Assumption = "assumption";

    /// <summary>Where a scenario states values of the world.</summary>
    internal const string Assumptions = "assumptions";

    /// <summary>Where it states what countries do by themselves.</summary>
    internal const string Measures = "measures";

    /// <summary>Where it states agreements.</summary>
    internal const string Agreements = "agreements";

    /// <summary>Where an agreement states its clauses.</summary>
    internal const string Provisions = "provisions";

    /// <summary>Where an agreement states what starts, suspends, reviews and ends it.</summary>
    internal const string Conditions = "conditions";

    /// <summary>The version of the format.</summary>
    public static FileKey Version { get; } = new("corridorsim", "version of the format", new KeyValue.Version()) { IsRequired = true };

    /// <summary>The identifier of a file.</summary>
    public static FileKey Id { get; } = new("id", "identifier", new Identifier()) { IsRequired = true };

    /// <summary>The title of anything.</summary>
    public static FileKey Title { get; } = new("title", "title in words", new Text());

    /// <summary>The value of a size.</summary>
    public static FileKey Value { get; } = new("value", "the value", new Scalar());

    /// <summary>How far an assumed size may be off.</summary>
    public static FileKey Range { get; } = new("range", "least and greatest plausible value", new Pair());

    /// <summary>Where something is published.</summary>
    public static FileKey Source { get; } = new("source", "where it is published", new Text());

    /// <summary>Whether something is published or assumed.</summary>
    public static FileKey Basis { get; } = new("basis", "whether the size is published, with a source, or assumed; stands here or beside the size", new Choice(Published, Assumption) { Depends = true });
}

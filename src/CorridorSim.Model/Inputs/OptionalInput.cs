namespace CorridorSim.Model.Inputs;

/// <summary>
/// An input that a thing of a world may have: all that is known of it, in one row beside the slot that it fills. Reading the world, its
/// checks and messages, the dictionary and the paths of scenarios follow from the row.
/// </summary>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="Name">Last part of its path; also the name of its column, where it has one.</param>
/// <param name="Unit">Unit in words.</param>
/// <param name="Minimum">Least valid value, inclusive.</param>
/// <param name="Maximum">Greatest valid value, inclusive.</param>
/// <param name="Meaning">What it is; <c>{0}</c> stands for the thing.</param>
/// <param name="Put">The thing with the slot of its input.</param>
public sealed record OptionalInput<T>(string Name, string Unit, double Minimum, double Maximum, string Meaning, Func<T, Slot, T> Put)
{
    /// <summary>
    /// Value at which its rule is without effect, where the world gives no parameter of this path; null where the thing is without the
    /// input then.
    /// </summary>
    public double? Neutral { get; init; }

    /// <summary>True when the table of the thing may have a column for it; an empty cell counts as none.</summary>
    public bool IsColumn { get; init; }

    /// <summary>Which things may have it.</summary>
    public Predicate<T> IsFor { get; init; } = _ => true;
}

/// <summary>A thing of a world whose further inputs are rows: it has none unless it says so.</summary>
/// <typeparam name="TSelf">The thing.</typeparam>
public interface IInputOwner<TSelf>
    where TSelf : IInputOwner<TSelf>
{
    /// <summary>The inputs that it may have besides those of every such thing.</summary>
    static virtual IReadOnlyList<OptionalInput<TSelf>> OptionalInputs => [];
}

using CorridorSim.Model.Engine;

namespace CorridorSim.Model.Post;

/// <summary>A fixed connection between participants: who sends, who receives, what the rows of its letters mean.</summary>
public sealed record Wire
{
    /// <summary>Index in <see cref="BlockPlan.Wires"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Index of the sending participant.</summary>
    public required int Sender { get; init; }

    /// <summary>Indices of the receiving participants, ascending.</summary>
    public required IReadOnlyList<int> Recipients { get; init; }

    /// <summary>True when every recipient acts in a later wave, so that the letter arrives in the same tick; otherwise it arrives at the next.</summary>
    public required bool IsForward { get; init; }

    /// <summary>What each row is.</summary>
    public required IReadOnlyList<WireRow> Rows { get; init; }
}

using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Start;

/// <summary>What every participant of a block is made from: the world, the drawn inputs, the first state, the post, the series.</summary>
internal sealed class BlockScope
{
    /// <summary>The structure.</summary>
    public required WorldPlan World { get; init; }

    /// <summary>First month, see <see cref="CalendarMonth"/>.</summary>
    public required int FirstMonth { get; init; }

    /// <summary>Number of months, at least 1.</summary>
    public required int Months { get; init; }

    /// <summary>How many figures a recorded series has.</summary>
    public required RecordedPoints Recorded { get; init; }

    /// <summary>The lanes.</summary>
    public required LaneRange Lanes { get; init; }

    /// <summary>Inputs: one row a slot.</summary>
    public required InputTable Inputs { get; init; }

    /// <summary>Push shocks: row nationality x months + month, log units.</summary>
    public required LaneTable Shocks { get; init; }

    /// <summary>Awareness and flows at the start.</summary>
    public required StartAwareness StartFlows { get; init; }

    /// <summary>Queues of channels at the start.</summary>
    public required StartQueues StartQueues { get; init; }

    /// <summary>Who writes to whom.</summary>
    public required PostalPlan Post { get; init; }

    /// <summary>What is measured.</summary>
    public required SeriesPlan Series { get; init; }

    /// <summary>Per slot the provisions that pull it.</summary>
    public required ILookup<Slot, PolicySource> PolicySources { get; init; }
}

using System.Runtime.CompilerServices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>
/// What follows from a world alone: its participants in waves, the wires between them, what they can measure. Worked out once for a
/// world, however many experiments are made in it: each question of a what-if is one.
/// </summary>
internal sealed class WorldNetwork
{
    private static readonly ConditionalWeakTable<WorldPlan, WorldNetwork> Known = [];

    private readonly Lazy<PostalPlan> _post;

    private WorldNetwork(WorldPlan world)
    {
        Participants = WaveOrder.Of(world);
        Waves = [.. Participants.GroupBy(p => p.Wave).OrderBy(g => g.Key).Select(g => g.Select(p => p.Index).ToArray())];
        Measurable = new SeriesIndex(SeriesCatalogue.Of(world));
        PolicySources = PolicySource.BySlot(world.Instruments);
        // Not before somebody simulates: many only ask what an experiment could record.
        _post = new Lazy<PostalPlan>(() => Connect(world));
    }

    /// <summary>The same with every agreement within reach of every country.</summary>
    private WorldNetwork(WorldNetwork network, WorldPlan world)
    {
        (Participants, Waves, Measurable, PolicySources) = (network.Participants, network.Waves, network.Measurable, network.PolicySources);
        _post = new Lazy<PostalPlan>(() => PostalNetwork.Build(world, Participants, Measurable.Series, hears: (_, _) => true));
    }

    /// <summary>Participants: instruments first, then countries.</summary>
    public IReadOnlyList<ParticipantInfo> Participants { get; }

    /// <summary>Indices of the participants of each wave, in order of wave.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Waves { get; }

    /// <summary>Every series that could be recorded or watched.</summary>
    public SeriesIndex Measurable { get; }

    /// <summary>Per slot the provisions that pull it.</summary>
    public ILookup<Slot, PolicySource> PolicySources { get; }

    /// <summary>Who writes to whom.</summary>
    public PostalPlan Post => _post.Value;

    /// <summary>The network of a world.</summary>
    public static WorldNetwork Of(WorldPlan world) => Known.GetValue(world, w => new WorldNetwork(w));

    private PostalPlan Connect(WorldPlan world)
    {
        var read = Rehearsal.Weights(world, new WorldNetwork(this, world));
        return PostalNetwork.Build(world, Participants, Measurable.Series, (country, weight) => read[country].Contains(weight));
    }
}

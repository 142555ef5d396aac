using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Engine;

/// <summary>
/// An experiment made ready for simulation: participants in waves, the wires between them, the series they measure. The
/// same for every block, and immutable.
/// </summary>
public sealed class BlockPlan
{
    private readonly WorldNetwork _network;

    internal BlockPlan(Experiment experiment, WorldNetwork network)
    {
        (Experiment, _network) = (experiment, network);
        Ticks = experiment.Months * Experiment.TicksPerMonth;
        Measured = new SeriesPlan(network.Measurable, SeriesSelection.Of(experiment, network.Measurable));
    }

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>Participants: instruments first, then countries.</summary>
    public IReadOnlyList<ParticipantInfo> Participants => _network.Participants;

    /// <summary>Indices of the participants of each wave, in order of wave.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Waves => _network.Waves;

    /// <summary>All wires.</summary>
    public IReadOnlyList<Wire> Wires => Post.Wires;

    /// <summary>Per participant the wires that lead to it, ascending.</summary>
    public IReadOnlyList<int[]> IncomingWires => Post.IncomingWires;

    /// <summary>Per participant the wires that lead away from it, ascending.</summary>
    public IReadOnlyList<int[]> OutgoingWires => Post.OutgoingWires;

    /// <summary>Number of ticks of the horizon.</summary>
    public int Ticks { get; }

    /// <summary>The series that are recorded, in order.</summary>
    public IReadOnlyList<SeriesInfo> Series => Measured.Recorded;

    /// <summary>Every series that could be recorded or watched.</summary>
    public IReadOnlyList<SeriesInfo> AllSeries => Measured.All;

    /// <summary>Per slot the provisions that pull it.</summary>
    internal ILookup<Slot, PolicySource> PolicySources => _network.PolicySources;

    /// <summary>What can be measured and what is recorded.</summary>
    internal SeriesPlan Measured { get; }

    /// <summary>Who writes to whom.</summary>
    internal PostalPlan Post => _network.Post;

    /// <summary>Compiles an experiment.</summary>
    /// <exception cref="ArgumentException">The experiment records a series that does not exist.</exception>
    public static BlockPlan Compile(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return new BlockPlan(experiment, WorldNetwork.Of(experiment.World));
    }

    /// <summary>The inputs of some lanes: one row a slot.</summary>
    public InputTable DrawInputs(LaneRange lanes) => LaneInputs.Draw(Experiment, lanes);

    /// <summary>Index of a recorded series, or -1 when it is not recorded.</summary>
    public int RecordedIndex(SeriesKey key) => Measured.RecordedIndex(key);

    /// <summary>Index of a series in <see cref="AllSeries"/>, or -1 when the world does not measure it.</summary>
    public int SeriesIndex(SeriesKey key) => Measured.IndexOf(key);

    /// <summary>Ticks that a participant can be asked for at once, see <see cref="PostalPlan.TicksAhead"/>.</summary>
    public int TicksAhead(int participant) => Post.TicksAhead(participant);

    /// <summary>Participant of a country.</summary>
    public int CountryParticipant(CountryIndex country) => Experiment.World.Instruments.Count + country.Index;

    /// <summary>Where a participant writes a row; null when nobody receives it.</summary>
    public WireAddress? Outgoing(int sender, WireRow row) => Post.Outgoing(sender, row);

    /// <summary>Where a participant reads a row, in order of wire; empty when nobody sends it.</summary>
    public IReadOnlyList<WireAddress> Incoming(int recipient, WireRow row) => Post.Incoming(recipient, row);
}

using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Engine;

/// <summary>
/// An experiment made ready for simulation: participants in waves, the wires between them, the series they measure. The
/// same for every block, and immutable.
/// </summary>
public sealed class BlockPlan
{
    // Half a year: few questions, and few letters kept at once.
    private const int MostTicksAhead = 24;

    private readonly Dictionary<SeriesKey, int> _recorded;
    private readonly Dictionary<SeriesKey, int> _series;
    private readonly Lazy<PostalPlan> _post;

    private BlockPlan(Experiment experiment, IReadOnlyList<ParticipantInfo> participants)
    {
        Experiment = experiment;
        Participants = participants;
        Waves = [.. participants.GroupBy(p => p.Wave).OrderBy(g => g.Key).Select(g => g.Select(p => p.Index).ToArray())];
        Ticks = experiment.Months * Experiment.TicksPerMonth;
        AllSeries = SeriesCatalogue.Of(experiment.World, participants);
        Series = Recording.SeriesSelection.Of(experiment, AllSeries);
        _series = AllSeries.Select((series, index) => (series.Key, index)).ToDictionary(p => p.Key, p => p.index);
        _recorded = Series.Select((series, index) => (series.Key, index)).ToDictionary(p => p.Key, p => p.index);
        PolicySources = Countries.PolicyBook.Source.BySlot(experiment.World.Instruments);
        // Not before somebody simulates: many only ask what an experiment could record.
        _post = new Lazy<PostalPlan>(Connect);
    }

    /// <summary>The same plan with every agreement within reach of every country.</summary>
    private BlockPlan(BlockPlan plan)
    {
        (Experiment, Participants, Waves, Ticks) = (plan.Experiment, plan.Participants, plan.Waves, plan.Ticks);
        (AllSeries, Series, PolicySources) = (plan.AllSeries, plan.Series, plan.PolicySources);
        (_series, _recorded) = (plan._series, plan._recorded);
        _post = new Lazy<PostalPlan>(() => PostalNetwork.Build(Experiment.World, Participants, AllSeries, hears: (_, _) => true));
    }

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>Participants: instruments first, then countries.</summary>
    public IReadOnlyList<ParticipantInfo> Participants { get; }

    /// <summary>Indices of the participants of each wave, in order of wave.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Waves { get; }

    /// <summary>All wires.</summary>
    public IReadOnlyList<Wire> Wires => _post.Value.Wires;

    /// <summary>Per participant the wires that lead to it, ascending.</summary>
    public IReadOnlyList<int[]> IncomingWires => _post.Value.IncomingWires;

    /// <summary>Per participant the wires that lead away from it, ascending.</summary>
    public IReadOnlyList<int[]> OutgoingWires => _post.Value.OutgoingWires;

    /// <summary>Number of ticks of the horizon.</summary>
    public int Ticks { get; }

    /// <summary>The series that are recorded, in order.</summary>
    public IReadOnlyList<SeriesInfo> Series { get; }

    /// <summary>Every series that could be recorded or watched.</summary>
    public IReadOnlyList<SeriesInfo> AllSeries { get; }

    /// <summary>Per slot the provisions that pull it.</summary>
    internal ILookup<int, Countries.PolicyBook.Source> PolicySources { get; }

    /// <summary>Compiles an experiment.</summary>
    /// <exception cref="ArgumentException">The experiment records a series that does not exist.</exception>
    public static BlockPlan Compile(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return new BlockPlan(experiment, WaveOrder.Of(experiment.World));
    }

    /// <summary>The inputs of some lanes: one row a slot.</summary>
    public LaneTable DrawInputs(LaneRange lanes) => LaneInputs.Draw(Experiment, lanes);

    /// <summary>Index of a recorded series, or -1 when it is not recorded.</summary>
    public int RecordedIndex(SeriesKey key) => _recorded.GetValueOrDefault(key, -1);

    /// <summary>Index of a series in <see cref="AllSeries"/>, or -1 when the world does not measure it.</summary>
    public int SeriesIndex(SeriesKey key) => _series.GetValueOrDefault(key, -1);

    /// <summary>
    /// Ticks that a participant can be asked for at once: one that hears from nobody, as an agreement without conditions or a country
    /// that no route or channel touches, need not wait for the others.
    /// </summary>
    public int TicksAhead(int participant) => IncomingWires[participant].Length == 0 ? MostTicksAhead : 1;

    /// <summary>Participant of a country.</summary>
    public int CountryParticipant(int country) => Experiment.World.Instruments.Count + country;

    /// <summary>Where a participant writes a row; null when nobody receives it.</summary>
    public WireAddress? Outgoing(int sender, WireRow row) => _post.Value.Outgoing(sender, row);

    /// <summary>Where a participant reads a row, in order of wire; empty when nobody sends it.</summary>
    public IReadOnlyList<WireAddress> Incoming(int recipient, WireRow row) => _post.Value.Incoming(recipient, row);

    private PostalPlan Connect()
    {
        var read = Rehearsal.Weights(new BlockPlan(this));
        return PostalNetwork.Build(Experiment.World, Participants, AllSeries, (country, weight) => read[country].Contains(weight));
    }
}

using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Start;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Countries;

/// <summary>What the sections of a country share: its memory, letters, policy and measurements.</summary>
internal sealed class CountryContext
{
    private readonly List<int> _personRows = [];
    private readonly List<(int Row, Func<int, LaneVector> Start)> _starts = [];
    private readonly Dictionary<(string Variable, string Where), NationalSeries> _series = [];

    public CountryContext(BlockScope block, ParticipantInfo info)
    {
        Block = block;
        Info = info;
        Country = new CountryIndex(info.Source);
        Memory = new LaneMemory(block.Inputs.Lanes);
        Mail = new Mailbox(block.Post, info.Index, Memory, block.Inputs.Lanes);
        Policy = new PolicyBook(block, Mail, Memory);
        Recorder = new Recorder(block.Series, block.Recorded, Memory, Mail);
    }

    public BlockScope Block { get; }

    public ParticipantInfo Info { get; }

    public LaneMemory Memory { get; }

    public Mailbox Mail { get; }

    public PolicyBook Policy { get; }

    public Recorder Recorder { get; }

    public WorldPlan World => Block.World;

    public CountryIndex Country { get; }

    public int Tick { get; set; }

    public int Month => Tick / LaneMath.TicksPerMonth;

    /// <summary>Rows of the people who are with this country.</summary>
    public int[] PersonsHeld { get; private set; } = [];

    /// <summary>A row that holds people.</summary>
    public int PersonRow(Func<int, LaneVector>? start = null)
    {
        var row = Row(start);
        _personRows.Add(row);
        return row;
    }

    /// <summary>Rows of this tick with people who come from outside the world; the ledger counts them.</summary>
    public TickRow[] Entering { get; private set; } = [];

    /// <summary>Adds rows of this tick with people who come from outside the world; they are written at each tick.</summary>
    public void Enter(IEnumerable<TickRow> rows) => Entering = [.. Entering, .. rows];

    /// <summary>A row that holds something else.</summary>
    public int Row(Func<int, LaneVector>? start = null)
    {
        var row = Memory.Reserve();
        if (start is not null)
        {
            _starts.Add((row, start));
        }

        return row;
    }

    /// <summary>A row for what is worked out and used within one tick.</summary>
    public TickRow TickRow() => Memory.ReserveForTick();

    /// <summary>Handles of an indicator for all and for each nationality.</summary>
    public NationalSeries Series(string variable, string where)
    {
        if (!_series.TryGetValue((variable, where), out var series))
        {
            _series.Add((variable, where), series = new NationalSeries(
                Recorder.Handle(variable, where, SeriesKey.All),
                [.. World.Nationalities.Select(n => Recorder.Handle(variable, where, n.Code))]));
        }

        return series;
    }

    /// <summary>Makes the memory and the first state.</summary>
    public void Seal()
    {
        Memory.Seal();
        Recorder.Seal();
        Policy.Seal();
        PersonsHeld = [.. _personRows];
        for (var o = 0; o < Memory.Octets; o++)
        {
            var octet = Memory.Octet(o);
            Policy.Start(octet);
            foreach (var (row, start) in _starts)
            {
                octet[row] = start(o);
            }
        }
    }
}

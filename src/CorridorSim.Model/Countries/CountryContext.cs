using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Countries;

/// <summary>What the sections of a country share: its state, letters, policy and measurements.</summary>
internal sealed class CountryContext
{
    private readonly List<int> _personRows = [];
    private readonly List<(int Row, Func<int, LaneVector> Start)> _starts = [];
    private int _rows;

    public CountryContext(Block block, ParticipantInfo info)
    {
        Block = block;
        Info = info;
        Mail = new Mailbox(block.Plan, info.Index, block.Inputs.Lanes);
        Policy = new PolicyBook(block, Mail);
        Recorder = new Recorder(block.Plan, block.Inputs.Lanes);
        State = new LaneTable(0, block.Inputs.Lanes);
    }

    public Block Block { get; }

    public ParticipantInfo Info { get; }

    public Mailbox Mail { get; }

    public PolicyBook Policy { get; }

    public Recorder Recorder { get; }

    public LaneTable State { get; private set; }

    public WorldPlan World => Block.Plan.Experiment.World;

    public int Country => Info.Source;

    public int Tick { get; set; }

    public int Month => Tick / Experiment.TicksPerMonth;

    /// <summary>A row of state that holds people.</summary>
    public int PersonRow(Func<int, LaneVector>? start = null)
    {
        _personRows.Add(_rows);
        return Row(start);
    }

    /// <summary>A row of state that holds something else.</summary>
    public int Row(Func<int, LaneVector>? start = null)
    {
        if (start is not null)
        {
            _starts.Add((_rows, start));
        }

        return _rows++;
    }

    /// <summary>Handles of an indicator for all and for each nationality.</summary>
    public NationalSeries Series(string variable, string where) => new(
        Recorder.Handle(Mail, variable, where, SeriesKey.All),
        [.. World.Nationalities.Select(n => Recorder.Handle(Mail, variable, where, n.Code))]);

    /// <summary>Counts a measurement of one nationality.</summary>
    public void Count(NationalSeries series, int nationality, int octet, LaneVector value)
    {
        Recorder.Add(series.All, octet, value);
        Recorder.Add(series.Each[nationality], octet, value);
    }

    /// <summary>Makes the tables and the first state.</summary>
    public void Seal()
    {
        Policy.Seal();
        Recorder.Seal();
        State = new LaneTable(_rows, Block.Inputs.Lanes);
        foreach (var (row, start) in _starts)
        {
            for (var octet = 0; octet < State.Octets; octet++)
            {
                State[row, octet] = start(octet);
            }
        }
    }

    /// <summary>All people who are with this country now.</summary>
    public LaneVector PersonsHeld(int octet)
    {
        var sum = LaneVector.Zero;
        foreach (var row in _personRows)
        {
            sum += State[row, octet];
        }

        return sum;
    }
}

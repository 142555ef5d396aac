using CorridorSim.Model.Borders;
using CorridorSim.Model.Channels;
using CorridorSim.Model.Claims;
using CorridorSim.Model.Communities;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Post;
using CorridorSim.Model.Routes;
using CorridorSim.Model.Start;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>
/// A country: the communities that live there, people in transit, the border with its waiting place, channel offices and
/// their queues, people settled.
/// </summary>
internal sealed class CountryParticipant : IParticipant
{
    private readonly CountryContext _context;
    private readonly ISection[] _sections;
    private readonly Ledger _ledger;

    public CountryParticipant(BlockScope block, ParticipantInfo info)
    {
        _context = new CountryContext(block, info);
        var settlement = new Settlement(_context);
        var transit = new Transit(_context);
        _sections =
        [
            settlement,
            new Residents(_context, settlement, transit),
            transit,
            new WaitingPlaces(_context, transit),
            new DestinationBorders(_context, settlement),
            new Offices(_context, settlement),
            new ClaimsOffices(_context, settlement),
        ];
        _ledger = new Ledger(_context);
        _context.Seal();
        for (var o = 0; o < _context.Memory.Octets; o++)
        {
            _ledger.Start(_context.Memory.Octet(o));
        }
    }

    /// <summary>The letters that countries write: each section says its own.</summary>
    public static void Declare(WorldPlan world, LetterBook letters)
    {
        for (var r = 0; r < world.Routes.Count; r++)
        {
            RouteReputation.Declare(world, letters, new RouteIndex(r));
            Readmission.Declare(world, letters, new RouteIndex(r));
            RouteOption.Declare(world, letters, new RouteIndex(r));
            TransitStage.Declare(world, letters, new RouteIndex(r));
        }

        for (var b = 0; b < world.Borders.Count; b++)
        {
            for (var n = 0; n < world.Nationalities.Count; n++)
            {
                if (RouteGeometry.UsesBorder(world, b, n))
                {
                    BorderDeskMail.Declare(world, letters, b, n);
                    WaitingPlaces.Declare(world, letters, b, n);
                }
            }
        }

        for (var k = 0; k < world.Channels.Count; k++)
        {
            Offices.Declare(world, letters, k);
            Residents.Declare(world, letters, k);
        }

        CommunityChoice.Declare(world, letters);
    }

    /// <summary>The rows of letters that it reads.</summary>
    public IEnumerable<WireRow> Reads => _context.Mail.Reads;

    /// <inheritdoc/>
    public void Advance(int tick, ReadOnlySpan<Letter> inbox, Span<Letter> outbox)
    {
        _context.Tick = tick;
        _context.Mail.Open(tick, inbox);
        for (var o = 0; o < _context.Memory.Octets; o++)
        {
            var octet = _context.Memory.Octet(o);
            _context.Mail.Receive(octet);
            _context.Recorder.Open(octet);
            if (_context.Policy.Update(octet) || tick == 0)
            {
                Prepare(octet);
            }

            _ledger.Open(octet);

            foreach (var section in _sections)
            {
                section.Advance(octet);
            }

            _ledger.Close(octet);
            _context.Recorder.Close(tick, octet);
            _context.Mail.Deliver(octet);
        }

        _context.Mail.Send(outbox);
    }

    /// <inheritdoc/>
    public ParticipantReport Complete()
    {
        _context.Memory.Release();
        _context.Mail.Release();
        return _context.Recorder.Report([], _ledger.Failures, _ledger.GreatestError);
    }

    private void Prepare(Lanes.Octet octet)
    {
        foreach (var section in _sections)
        {
            section.Prepare(octet);
        }
    }
}

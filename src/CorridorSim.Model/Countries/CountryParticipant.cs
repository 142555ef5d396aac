using CorridorSim.Model.Borders;
using CorridorSim.Model.Channels;
using CorridorSim.Model.Communities;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Routes;

namespace CorridorSim.Model.Countries;

/// <summary>
/// A country: the communities that live there, people in transit, the border with its waiting place, channel offices and
/// their queues, people settled.
/// </summary>
internal sealed class CountryParticipant : IParticipant
{
    private readonly CountryContext _context;
    private readonly ISection[] _sections;
    private readonly Ledger _ledger;

    public CountryParticipant(Block block, ParticipantInfo info)
    {
        _context = new CountryContext(block, info);
        var settlement = new Settlement(_context);
        var transit = new Transit(_context);
        _sections =
        [
            settlement,
            new Residents(_context, transit),
            transit,
            new WaitingPlaces(_context, transit),
            new DestinationBorders(_context, settlement),
            new Offices(_context, settlement),
        ];
        _context.Seal();
        foreach (var section in _sections)
        {
            section.Start();
        }

        _ledger = new Ledger(_context);
    }

    /// <inheritdoc/>
    public void Advance(int tick, IReadOnlyList<Letter> inbox, ICollection<Letter> outbox)
    {
        _context.Tick = tick;
        _context.Mail.Open(tick, inbox);
        _context.Policy.Update();
        _context.Recorder.OpenTick();
        for (var octet = 0; octet < _context.State.Octets; octet++)
        {
            _ledger.Open(octet);
            foreach (var section in _sections)
            {
                section.Advance(octet);
            }

            _ledger.Close(octet);
        }

        _context.Recorder.CloseTick(tick, _context.Mail);
        _context.Mail.Send(outbox);
    }

    /// <inheritdoc/>
    public ParticipantReport Complete() => _context.Recorder.Report([], _ledger.Failures, _ledger.GreatestError);
}

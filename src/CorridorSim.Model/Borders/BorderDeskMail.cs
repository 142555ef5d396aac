using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;

namespace CorridorSim.Model.Borders;

/// <summary>The rows that a border desk reads and writes.</summary>
internal sealed class BorderDeskMail(Mailbox mail, int border, int nationality)
{
    public WireAddress[] Attempting { get; } = mail.Incoming(new WireRow(RowKind.Attempting, border, nationality));

    public WireAddress[] AtPort { get; } = mail.Incoming(new WireRow(RowKind.AtPort, border, nationality));

    public WireAddress[] Waiting { get; } = mail.Incoming(new WireRow(RowKind.Waiting, border, nationality));

    public WireAddress CrossingShare { get; } = mail.Outgoing(new WireRow(RowKind.CrossingShare, border, nationality))!.Value;

    public WireAddress GiveUpShare { get; } = mail.Outgoing(new WireRow(RowKind.GiveUpShare, border, nationality))!.Value;

    public WireAddress Appointments { get; } = mail.Outgoing(new WireRow(RowKind.Appointments, border, nationality))!.Value;

    public WireAddress Homecoming { get; } = mail.Outgoing(new WireRow(RowKind.Homecoming, nationality))!.Value;
}

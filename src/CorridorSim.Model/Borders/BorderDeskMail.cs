using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;

namespace CorridorSim.Model.Borders;

/// <summary>The rows that a border desk reads and writes.</summary>
internal sealed class BorderDeskMail(Mailbox mail, int border, int nationality)
{
    public int[] Attempting { get; } = mail.ReadRows(new WireRow(RowKind.Attempting, border, nationality));

    public int[] AtPort { get; } = mail.ReadRows(new WireRow(RowKind.AtPort, border, nationality));

    public int[] Waiting { get; } = mail.ReadRows(new WireRow(RowKind.Waiting, border, nationality));

    public int CrossingShare { get; } = mail.WriteRow(new WireRow(RowKind.CrossingShare, border, nationality))!.Value;

    public int GiveUpShare { get; } = mail.WriteRow(new WireRow(RowKind.GiveUpShare, border, nationality))!.Value;

    public int Appointments { get; } = mail.WriteRow(new WireRow(RowKind.Appointments, border, nationality))!.Value;

    public int Homecoming { get; } = mail.WriteRow(new WireRow(RowKind.Homecoming, nationality))!.Value;
}

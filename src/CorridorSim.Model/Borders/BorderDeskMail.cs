using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Borders;

/// <summary>The rows that a border desk reads and writes.</summary>
internal sealed class BorderDeskMail(Mailbox mail, int border, int nationality)
{
    /// <summary>Tells the place where people wait how they choose, how many have an appointment and how many are sent back to it.</summary>
    public static void Declare(WorldPlan world, LetterBook letters, int border, int nationality)
    {
        var plan = world.Borders[border];
        foreach (var kind in new[] { RowKind.CrossingShare, RowKind.GiveUpShare, RowKind.Appointments, RowKind.SentBack })
        {
            letters.Tell(plan.Destination, [world.Places[plan.WaitingPlace].Country], new WireRow(kind, border, nationality));
        }
    }

    public TickRow[] Attempting { get; } = mail.ReadRows(new WireRow(RowKind.Attempting, border, nationality));

    public TickRow[] AtPort { get; } = mail.ReadRows(new WireRow(RowKind.AtPort, border, nationality));

    public TickRow[] Waiting { get; } = mail.ReadRows(new WireRow(RowKind.Waiting, border, nationality));

    public TickRow CrossingShare { get; } = mail.WriteRow(new WireRow(RowKind.CrossingShare, border, nationality))!.Value;

    public TickRow GiveUpShare { get; } = mail.WriteRow(new WireRow(RowKind.GiveUpShare, border, nationality))!.Value;

    public TickRow Appointments { get; } = mail.WriteRow(new WireRow(RowKind.Appointments, border, nationality))!.Value;

    public TickRow SentBack { get; } = mail.WriteRow(new WireRow(RowKind.SentBack, border, nationality))!.Value;

    public TickRow Homecoming { get; } = mail.WriteRow(new WireRow(RowKind.Homecoming, nationality))!.Value;
}

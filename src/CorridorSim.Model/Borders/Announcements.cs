using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Routes;

namespace CorridorSim.Model.Borders;

/// <summary>
/// The announcement that stands for one nationality at one border: its face value f (log of the success it promises to
/// leave) and its weight w. A new one takes its place only where it bites more. Those about single routes stand apart, one for
/// each route.
/// </summary>
internal sealed class Announcements
{
    private readonly CountryContext _context;
    private readonly int _face;
    private readonly int _weight;
    private readonly Source[] _sources;

    /// <param name="context">The destination.</param>
    /// <param name="border">Index of the border.</param>
    /// <param name="nationality">Index of the nationality.</param>
    /// <param name="route">The route whose announcements these are; null for those about the border itself.</param>
    public Announcements(CountryContext context, int border, int nationality, RouteIndex? route = null)
    {
        _context = context;
        _face = context.Row();
        _weight = context.Row();
        var sources = new List<Source>();
        for (var i = 0; i < context.World.Instruments.Count; i++)
        {
            var provisions = context.World.Instruments[i].Provisions;
            for (var p = 0; p < provisions.Count; p++)
            {
                if (provisions[p].Announcement is { } announcement
                    && announcement.Border == border
                    && announcement.Nationalities.Contains(nationality)
                    && (route is { } single ? announcement.Routes.Contains(single) : announcement.Routes.Count == 0))
                {
                    var address = context.Mail.KeepRow(new WireRow(RowKind.Weight, i, p)).Row;
                    var size = provisions[p].Size;
                    var face = context.Row(o => LaneMath.SafeLog(SuccessBounds.Bound(context.Block.Inputs[size, o])));
                    sources.Add(new Source(address, face, context.Row()));
                }
            }
        }

        _sources = [.. sources];
    }

    /// <summary>True when nothing is ever announced.</summary>
    public bool IsEmpty => _sources.Length == 0;

    /// <summary>Perceived log success under the standing announcement, whose weight then wears off.</summary>
    public LaneVector Apply(Octet octet, LaneVector perceived, LaneVector logSuccess, BorderBehaviour behaviour)
    {
        if (_sources.Length == 0)
        {
            return perceived;
        }

        foreach (var source in _sources)
        {
            Hear(octet, source, perceived, behaviour);
        }

        if (LaneVector.EqualsAll(octet[_weight], LaneVector.Zero))
        {
            // Nothing is announced in any of the lanes.
            return perceived;
        }

        var seen = Perception.UnderAnnouncement(perceived, octet[_face], octet[_weight]);
        octet[_weight] = Perception.Decay(
            octet[_weight], octet[_face], logSuccess, perceived, behaviour.ContradictionRate[octet]);
        return seen;
    }

    private void Hear(Octet octet, Source source, LaneVector perceived, BorderBehaviour behaviour)
    {
        var now = octet[source.Weight];
        var isNew = Perception.IsNew(now, octet[source.Heard]);
        octet[source.Heard] = now;
        if (LaneVector.IsNone(isNew))
        {
            return;
        }

        var face = octet[source.Face];
        var bites = isNew & Perception.BitesMore(perceived, octet[_face], octet[_weight], face, behaviour.AnnouncementWeight[octet]);
        octet[_face] = LaneVector.ConditionalSelect(bites, face, octet[_face]);
        octet[_weight] = LaneVector.ConditionalSelect(bites, behaviour.AnnouncementWeight[octet], octet[_weight]);
    }

    /// <summary>A clause that announces: row of its weight, of the log of the success it promises to leave, and of the weight last heard of.</summary>
    private sealed record Source(int Weight, int Face, int Heard);
}

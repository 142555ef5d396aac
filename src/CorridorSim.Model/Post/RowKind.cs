using CorridorSim.Model.Rules.Choices;

namespace CorridorSim.Model.Post;

/// <summary>What a row of a letter means.</summary>
public enum RowKind
{
    /// <summary>Weight of a provision, 0 to 1: instrument, provision.</summary>
    Weight,

    /// <summary>Appeal of a route to a nationality, log units: route, user.</summary>
    RouteAppeal,

    /// <summary>Appeal of what is left of a route from a step on to a nationality, log units: route, step, user.</summary>
    StepAppeal,

    /// <summary>Appeal of a channel to a community, log units: channel, community.</summary>
    ChannelAppeal,

    /// <summary>Share of those who decide at a border that go between ports: border, nationality.</summary>
    CrossingShare,

    /// <summary>Share of the others that give up: border, nationality.</summary>
    GiveUpShare,

    /// <summary>Share of those who arrived over a leg that is sent back: leg.</summary>
    Readmitted,

    /// <summary>Appointments of this tick, persons: border, nationality.</summary>
    Appointments,

    /// <summary>People waiting at a border, persons: border, nationality.</summary>
    Waiting,

    /// <summary>Value of a recorded or watched series this tick: series.</summary>
    Reading,

    /// <summary>People who apply; they stay residents: channel, community.</summary>
    Applied,

    /// <summary>Applicants admitted, or people named; they travel when the news arrives: channel, community.</summary>
    Admitted,

    /// <summary>Applicants refused, withdrawn or sent away by closure: channel, community.</summary>
    Declined,

    /// <summary>People arriving at a place of a route: route, step, user.</summary>
    Travelling,

    /// <summary>People attempting a border between ports: border, nationality.</summary>
    Attempting,

    /// <summary>People arriving at a port with an appointment: border, nationality.</summary>
    AtPort,

    /// <summary>People arriving through a channel: channel, community.</summary>
    Arriving,

    /// <summary>People who come home: nationality.</summary>
    Homecoming,

    /// <summary>People whom the neighbour takes from a border and who do not try again at once: border, nationality.</summary>
    SentBack,
}

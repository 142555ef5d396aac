using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Routes;

/// <summary>
/// What becomes of the people who reach the end of their stay at a step of a route (docs/model.md, transit): a share o sets out over the
/// leg, the others find it closed; a share g of those detected is sent home, another share of those who find it closed gives up; of those who pass some
/// die and some settle. Who is neither sent home nor passes waits on.
/// </summary>
internal readonly struct LegOutcome
{
    /// <summary>Works out the flows of a tick.</summary>
    /// <param name="reaching">People who are ready to set out.</param>
    /// <param name="openness">Share of the leg that is open, 0 to 1.</param>
    /// <param name="detection">Share detected on the leg, 0 to 1.</param>
    /// <param name="returning">Share of the detected that is sent home, 0 to 1.</param>
    /// <param name="giveUp">Share of the stopped that goes home, 0 to 1.</param>
    /// <param name="death">Chance of dying on the leg, 0 to 1.</param>
    /// <param name="stay">Share of those who pass that settles, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LegOutcome(LaneVector reaching, LaneVector openness, LaneVector detection, LaneVector returning, LaneVector giveUp, LaneVector death, LaneVector stay)
    {
        var setting = reaching * openness;
        Detected = setting * detection;
        SentHome = Detected * returning;
        GivingUp = (reaching - setting) * giveUp;
        Passing = setting - Detected;
        Dead = Passing * death;
        Staying = (Passing - Dead) * stay;
        Onward = Passing - Dead - Staying;
    }

    /// <summary>Detections, events.</summary>
    public LaneVector Detected { get; }

    /// <summary>People sent home after detection.</summary>
    public LaneVector SentHome { get; }

    /// <summary>People who go home because the leg is closed.</summary>
    public LaneVector GivingUp { get; }

    /// <summary>People who travel the leg: the dead, those who settle and those who go on.</summary>
    public LaneVector Passing { get; }

    /// <summary>People who die.</summary>
    public LaneVector Dead { get; }

    /// <summary>People who settle in the country.</summary>
    public LaneVector Staying { get; }

    /// <summary>People who go on.</summary>
    public LaneVector Onward { get; }

    /// <summary>Chance of getting over a leg: o (1 - detection g)(1 - death).</summary>
    public static LaneVector Success(LaneVector openness, LaneVector detection, LaneVector returning, LaneVector death) =>
        openness * (LaneVector.One - (detection * returning)) * (LaneVector.One - death);
}

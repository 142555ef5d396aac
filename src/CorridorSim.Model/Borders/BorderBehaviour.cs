using CorridorSim.Model.Countries;

namespace CorridorSim.Model.Borders;

/// <summary>The behavioural parameters that decide at and about a border.</summary>
internal sealed class BorderBehaviour
{
    private readonly Func<InputRow>[] _handles;

    public BorderBehaviour(CountryContext context)
    {
        var behaviour = context.World.Behaviour;
        _handles =
        [
            .. new[]
            {
                behaviour.PerceptionLagMonths, behaviour.AnnouncementWeight, behaviour.ContradictionRate, behaviour.WaitSensitivity,
                behaviour.BorderSharpness, behaviour.GiveUpValue, behaviour.AppointmentSuccess, behaviour.ThroughputMonths,
                behaviour.ArrivalElasticity, behaviour.WordOfMouth, behaviour.Innovation, behaviour.ForgettingMonths,
                behaviour.VisaPenalty,
            }.Select(context.Policy.Handle),
        ];
    }

    public InputRow PerceptionLag { get; private set; }

    public InputRow AnnouncementWeight { get; private set; }

    public InputRow ContradictionRate { get; private set; }

    public InputRow WaitSensitivity { get; private set; }

    public InputRow Sharpness { get; private set; }

    public InputRow GiveUpValue { get; private set; }

    public InputRow AppointmentSuccess { get; private set; }

    public InputRow ThroughputMonths { get; private set; }

    public InputRow ArrivalElasticity { get; private set; }

    public InputRow WordOfMouth { get; private set; }

    public InputRow Innovation { get; private set; }

    public InputRow ForgettingMonths { get; private set; }

    public InputRow VisaPenalty { get; private set; }

    /// <summary>Takes the input handles.</summary>
    public BorderBehaviour Started()
    {
        (PerceptionLag, AnnouncementWeight, ContradictionRate, WaitSensitivity) = (_handles[0](), _handles[1](), _handles[2](), _handles[3]());
        (Sharpness, GiveUpValue, AppointmentSuccess, ThroughputMonths) = (_handles[4](), _handles[5](), _handles[6](), _handles[7]());
        (ArrivalElasticity, WordOfMouth, Innovation, ForgettingMonths) = (_handles[8](), _handles[9](), _handles[10](), _handles[11]());
        VisaPenalty = _handles[12]();
        return this;
    }
}

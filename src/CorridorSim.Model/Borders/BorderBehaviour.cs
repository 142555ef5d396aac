using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Choices;

namespace CorridorSim.Model.Borders;

/// <summary>The behavioural parameters that decide at and about a border.</summary>
internal sealed class BorderBehaviour(CountryContext context)
{
    private readonly InputRow _throughputMonths = context.Policy.Input(context.World.Behaviour.ThroughputMonths);
    private readonly InputRow _perceptionLag = context.Policy.Input(context.World.Behaviour.PerceptionLagMonths);
    private readonly int _smoothing = context.Row();
    private readonly int _following = context.Row();

    public InputRow AnnouncementWeight { get; } = context.Policy.Input(context.World.Behaviour.AnnouncementWeight);

    public InputRow ContradictionRate { get; } = context.Policy.Input(context.World.Behaviour.ContradictionRate);

    public InputRow WaitSensitivity { get; } = context.Policy.Input(context.World.Behaviour.WaitSensitivity);

    public InputRow Sharpness { get; } = context.Policy.Input(context.World.Behaviour.BorderSharpness);

    public InputRow GiveUpValue { get; } = context.Policy.Input(context.World.Behaviour.GiveUpValue);

    public InputRow TurningBackShare { get; } = context.Policy.Input(context.World.Behaviour.TurningBackShare);

    public InputRow WordOfMouthElasticity { get; } = context.Policy.Input(context.World.Behaviour.WordOfMouthElasticity);

    public InputRow AppointmentSuccess { get; } = context.Policy.Input(context.World.Behaviour.AppointmentSuccess);

    public InputRow ArrivalElasticity { get; } = context.Policy.Input(context.World.Behaviour.ArrivalElasticity);

    public InputRow WordOfMouth { get; } = context.Policy.Input(context.World.Behaviour.WordOfMouth);

    public InputRow Innovation { get; } = context.Policy.Input(context.World.Behaviour.Innovation);

    public InputRow ForgettingMonths { get; } = context.Policy.Input(context.World.Behaviour.ForgettingMonths);

    public InputRow AwarenessCeiling { get; } = context.Policy.Input(context.World.Behaviour.AwarenessCeiling);

    public InputRow VisaPenalty { get; } = context.Policy.Input(context.World.Behaviour.VisaPenalty);

    /// <summary>Share by which a smoothed throughput moves in a tick.</summary>
    public InputRow Smoothing => new(_smoothing);

    /// <summary>Share by which perception follows in a tick.</summary>
    public InputRow Following => new(_following);

    /// <inheritdoc cref="ISection.Prepare"/>
    public void Prepare(Octet octet)
    {
        octet[_smoothing] = LaneMath.OutflowShare(_throughputMonths[octet]);
        octet[_following] = LaneMath.OutflowShare(_perceptionLag[octet]);
    }
}

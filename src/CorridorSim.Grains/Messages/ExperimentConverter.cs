namespace CorridorSim.Grains.Messages;

/// <summary>Turns experiments into their form between processes and back.</summary>
[RegisterConverter]
public sealed class ExperimentConverter : IConverter<EncodedExperiment, ExperimentSurrogate>
{
    /// <inheritdoc/>
    public EncodedExperiment ConvertFromSurrogate(in ExperimentSurrogate surrogate) => EncodedExperiment.Of(surrogate.Content);

    /// <inheritdoc/>
    public ExperimentSurrogate ConvertToSurrogate(in EncodedExperiment value) => new() { Content = value.Content };
}

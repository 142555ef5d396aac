using System.Text.Json;
using System.Text.Json.Serialization;

namespace CorridorSim.Grains.Messages;

/// <summary>JSON in which every number survives to the last bit, infinities included.</summary>
internal static class Exact
{
    public static JsonSerializerOptions Numbers { get; } = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
}

using System.Text;
using System.Text.Json;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Grains.Tests.Messages;

/// <summary>What an experiment is between processes: numbers, from which its key is made, and from which the same experiment is read.</summary>
public sealed class EncodedExperimentTests
{
    [Fact]
    public void An_input_is_written_as_its_index_and_one_that_is_absent_as_minus_one()
    {
        var world = new SmallWorld().Declare();
        var arrival = world.Slot("arrival", 2);
        var experiment = With(world, arrival);

        var channels = JsonDocument.Parse(EncodedExperiment.Of(experiment).Content).RootElement.GetProperty("World").GetProperty("Channels");

        Assert.Equal(world.SlotOf("parole.appeal").Index, channels[0].GetProperty("Appeal").GetInt32());
        Assert.Equal(arrival.Index, channels[0].GetProperty("ArrivalMonths").GetInt32());
        Assert.Equal(-1, channels[1].GetProperty("ArrivalMonths").GetInt32());
    }

    [Fact]
    public void What_another_process_reads_is_the_same_experiment()
    {
        var world = new SmallWorld().Declare();
        var arrival = world.Slot("arrival", 2);
        var encoded = EncodedExperiment.Of(With(world, arrival));

        var read = EncodedExperiment.Of(encoded.Content).Decode();

        Assert.Equal(arrival, read.World.Channels[0].ArrivalMonths);
        Assert.Null(read.World.Channels[1].ArrivalMonths);
        Assert.Equal(encoded.Key, EncodedExperiment.Of(read).Key);
    }

    [Fact]
    public void A_clause_names_its_party_and_payer_by_number_or_minus_one()
    {
        var world = new SmallWorld().Declare();
        var clause = world.Provision("clause", Combination.Add, 1, ["parole.places"], SmallWorld.FirstMonth) with { Party = SmallWorld.Tra };
        world.Enact(world.Agreement("pact", [clause]));
        var encoded = EncodedExperiment.Of(world.Experiment());

        var written = JsonDocument.Parse(encoded.Content).RootElement.GetProperty("World").GetProperty("Instruments")[0].GetProperty("Provisions")[0];
        var read = encoded.Decode().World.Instruments[0].Provisions[0];

        Assert.Equal((SmallWorld.Tra.Index, -1), (written.GetProperty("Party").GetInt32(), written.GetProperty("Payer").GetInt32()));
        Assert.Equal(SmallWorld.Tra, read.Party);
        Assert.Null(read.Payer);
    }

    [Fact]
    public void An_input_with_an_index_that_none_can_have_is_refused()
    {
        var text = Encoding.UTF8.GetString(EncodedExperiment.Of(new SmallWorld().Declare().Experiment()).Content);

        var wrong = text.Replace("\"ArrivalMonths\":-1", "\"ArrivalMonths\":-2", StringComparison.Ordinal);

        Assert.NotEqual(text, wrong);
        Assert.Throws<JsonException>(() => EncodedExperiment.Of(Encoding.UTF8.GetBytes(wrong)).Decode());
    }

    /// <summary>A world in which those approved by its first channel take their time to arrive.</summary>
    private static Experiment With(SmallWorld world, Model.Inputs.Slot arrival)
    {
        var experiment = world.Experiment();
        var channels = experiment.World.Channels;
        return experiment with { World = experiment.World with { Channels = [channels[0] with { ArrivalMonths = arrival }, .. channels.Skip(1)] } };
    }
}

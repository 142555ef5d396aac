using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Tests.Files;

/// <summary>Which columns of a posterior sample a scenario takes, leaves out or refuses.</summary>
public sealed class PosteriorColumnTests : IDisposable
{
    private const string Clause = "agreements.chnv.provisions.announced-to-others";
    private const string Size = Clause + ".face-value";

    private readonly string _folder = Directory.CreateTempSubdirectory("posterior").FullName;

    [Theory]
    [InlineData(Size, true, true)]
    [InlineData(Size, false, true)]
    [InlineData("agreements.chvn.provisions.announced-to-others.face-value", true, false)]
    [InlineData("agreements.chnv.provisions.anounced-to-others.face-value", true, false)]
    [InlineData("agreements.chnv.provisions.announced-to-others.facevalue", true, false)]
    [InlineData("measures.USA.provisions.unheard-of.share", true, false)]
    public void A_column_names_a_size_that_the_scenario_has_or_one_that_it_left_out(string column, bool isLeftIn, bool isRight)
    {
        var bounds = new Dictionary<string, (double Minimum, double Maximum)> { ["behaviour.word-of-mouth"] = (0, 3) };
        if (isLeftIn)
        {
            bounds.Add(Size, (0, 1));
        }

        var path = Path.Combine(_folder, "posterior.csv");
        File.WriteAllText(path, $"# a remark\nbehaviour.word-of-mouth,{column}\n0.4,0.2\n");
        var bag = new DiagnosticBag();

        var sample = PosteriorSample.Read(path, "posterior.csv", bounds, new HashSet<string> { Clause }, bag);

        Assert.Equal(isRight, sample is not null);
        if (!isRight)
        {
            var wrong = Assert.Single(bag.Sorted);
            Assert.Equal(("posterior.csv", 2), (wrong.File, wrong.Line));
            Assert.Contains(column, wrong.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

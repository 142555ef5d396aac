using CorridorSim.Scenarios.Writing;

namespace CorridorSim.Scenarios.Tests.Writing;

public sealed class ScenarioDraftTests
{
    [Fact]
    public void A_draft_nests_policy_keeps_parameters_whole_and_quotes_what_people_wrote()
    {
        var draft = new ScenarioDraft("new", "It's a: \"title\"\nof two lines", "base.yaml") { Comment = "found by\na search" };

        draft.Set("measures.USA.provisions.quota.places-per-month", "5");
        draft.Set("behaviour.arrival-elasticity", "{ uniform: [0.6, 1.4] }");
        draft.Set("agreements.pact.provisions.places.places-per-month", "100");
        draft.Set("assumptions.behaviour.visa-penalty", "2");
        draft.Set("agreements.pact.provisions.places.ramp-months", "3");

        Assert.Equal(
            """
            # found by a search
            corridorsim: 1
            id: new
            title: 'It''s a: "title" of two lines'
            extends: 'base.yaml'
            agreements:
              pact:
                provisions:
                  places:
                    places-per-month: 100
                    ramp-months: 3
            assumptions:
              behaviour.arrival-elasticity: { uniform: [0.6, 1.4] }
              behaviour.visa-penalty: 2
            measures:
              USA:
                quota:
                  places-per-month: 5

            """.ReplaceLineEndings("\n"),
            draft.Write());
    }

    [Theory]
    [InlineData("/srv/scenarios/new.yaml", "/srv/scenarios/base.yaml", "base.yaml")]
    [InlineData("/srv/scenarios/new.yaml", "/srv/scenarios/deep/base.yaml", "deep/base.yaml")]
    [InlineData("/srv/elsewhere/new.yaml", "/srv/scenarios/base.yaml", null)]
    public void A_base_is_named_from_its_own_folder_or_one_above(string target, string basePath, string? expected) =>
        Assert.Equal(expected, ScenarioDraft.Extends(target, basePath));

    [Theory]
    [InlineData("folder/Fewer Deaths.v2.yaml", "fewer-deaths")]
    [InlineData(".yaml", "otherwise")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.yaml", "otherwise")]
    public void An_identifier_is_made_from_the_name_of_the_file(string file, string expected) => Assert.Equal(expected, ScenarioDraft.IdOf(file, "otherwise"));
}

using CorridorSim.Model;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Turns the tables of channels and of their backlogs into channels and their inputs.</summary>
internal sealed class ChannelReader(WorldDraft world, WorldTables tables, WorldSlots slots)
{
    private const string Intake = "intake";
    private const string Named = "named";
    private const string Displaced = "displaced";

    public void Read()
    {
        foreach (var row in tables["channels"].Rows)
        {
            ReadChannel(row);
        }

        string[] ids = [.. world.Channels.Select(c => c.Id)];
        foreach (var row in tables["backlogs"].Rows)
        {
            row.Index("channel", ids, "channel");
        }
    }

    private void ReadChannel(CsvRow row)
    {
        var id = row.Text("id");
        var (residence, nationalities) = (row.Words("residence"), row.Words("nationalities"));
        CheckNames(row, "residence", residence, world.CountryCodes);
        CheckNames(row, "nationalities", nationalities, world.NationalityCodes);
        var communities = Eligible(residence, nationalities);
        if (communities.Length == 0)
        {
            row.Report("nationalities", "no community is eligible; name nationalities and residences that communities.csv joins");
        }

        var lot = new ChannelLot("base", slots.OfLever(row, $"channels.{id}.places", "places", "channel-capacity", $"places of {id}"), communities);
        var intake = row.Text(Intake).Length > 0 ? row.Index(Intake, ["applied", Named, Displaced], "way of taking people in") : 0;
        if (intake == 2)
        {
            CheckHosts(row, row.Index("country", world.CountryCodes, "country"), communities);
        }

        var channel = new Channel(
            id,
            row.Country("country", world.CountryCodes),
            row.Text("kind"),
            row.Text("status"),
            slots.Add(row, $"channels.{id}.appeal", "appeal", Units.LogUnits, -20, 20, $"value of {id} beyond diaspora and wait"),
            slots.OfLever(row, $"channels.{id}.approval-share", "approval-share", "approval-rate", $"share of decisions of {id} that approve"),
            slots.OfLever(row, $"channels.{id}.decision-months", "decision-months", "decision-time", $"least time from application to decision of {id}"),
            slots.Add(row, $"channels.{id}.withdrawal-rate", "withdrawal-rate", Units.PerMonth, 0, 4, $"share of the queue of {id} that withdraws"),
            slots.OfLever(row, $"channels.{id}.fee", "fee-kusd", "fee", $"cost of {id} to the applicant"),
            [lot])
        {
            IsNamed = intake >= 1,
            IsDisplacement = intake == 2,
        };
        world.Channels.Add(slots.Complete(channel, row, $"channels.{id}", id) with
        {
            Season = Season(row, id),
            Weights = Weights(row, id, nationalities),
            Backlogs = Backlogs(row, id, nationalities),
        });
    }

    /// <summary>With a mean of 1, so that the places are those of the mean month.</summary>
    private Slot[] Season(CsvRow row, string id)
    {
        var season = slots.Season(row, $"channels.{id}.season", $"factor on the places of {id} in that month");
        if (season.Length > 0 && row.Text(Intake) is not (Named or Displaced))
        {
            row.Report("season", $"a season needs '{Intake}' to be {Named}; where people apply the queue carries places over the year");
        }

        return season;
    }

    private ChannelWeight[] Weights(CsvRow row, string id, string[] nationalities)
    {
        var words = row.Words("weights");
        if (words.Length == 0)
        {
            return [];
        }

        if (words.Length != nationalities.Length || nationalities is ["*"])
        {
            row.Report("weights", $"there are {words.Length} weights for {nationalities.Length} nationalities; give one to each, in their order");
            return [];
        }

        return
        [
            .. nationalities.Zip(row.Factors("weights")).Where(w => world.NationalityCodes.Contains(w.First)).Select(w => new ChannelWeight(
                world.NationalityCodes.ToList().IndexOf(w.First),
                slots.Add(row, "weights", $"channels.{id}.weight.{w.First}", "weight", Distribution.Constant(w.Second), 0, 1e9, $"weight of {w.First} in the places of {id}"))),
        ];
    }

    private ChannelBacklog[] Backlogs(CsvRow channel, string id, string[] nationalities)
    {
        CsvRow[] rows = [.. tables["backlogs"].Rows.Where(r => r.Text("channel") == id)];
        if (rows.Length > 0 && channel.Text(Intake) != Named)
        {
            channel.Report("id", $"{id} has a backlog but people apply to it; write {Named} under '{Intake}' or remove the rows of backlogs.csv");
        }

        return
        [
            .. rows.Select(row => new ChannelBacklog(
                row.Index("nationality", nationalities is ["*"] ? world.NationalityCodes : [.. world.NationalityCodes.Select(c => nationalities.Contains(c) ? c : string.Empty)], "nationality"),
                slots.Add(row, $"channels.{id}.backlog.{row.Text("nationality")}", "persons", Units.Persons, 0, 1e8, $"people of {row.Text("nationality")} waiting for {id} at the start"),
                slots.Add(row, $"channels.{id}.front-wait.{row.Text("nationality")}", "wait-months", Units.Months, 0.25, 600, $"wait of the person at the front of {id}, {row.Text("nationality")}"))),
        ];
    }

    /// <summary>Who is displaced joins the people of the same nationality who live there, so that somebody must.</summary>
    private void CheckHosts(CsvRow row, int country, CommunityIndex[] communities)
    {
        foreach (var nationality in communities.Select(c => world.Communities[c.Index].Nationality).Distinct().Order())
        {
            if (!world.Communities.Any(c => c.Country.Index == country && c.Nationality == nationality))
            {
                row.Report("country", $"communities.csv has no community of {world.Nationalities[nationality].Code} there for the displaced to join; add one");
            }
        }
    }

    private static void CheckNames(CsvRow row, string column, string[] names, IReadOnlyList<string> valid)
    {
        foreach (var name in names.Where(n => n != "*" && !valid.Contains(n)))
        {
            row.Report(column, $"unknown name '{name}'{Suggestion.For(name, valid)}");
        }
    }

    /// <summary>Communities by residence and nationality; a star stands for all.</summary>
    private CommunityIndex[] Eligible(string[] residence, string[] nationalities) =>
    [
        .. world.Communities.Select((community, index) => (community, index))
            .Where(p => residence is ["*"] || residence.Contains(world.Countries[p.community.Country.Index].Code))
            .Where(p => nationalities is ["*"] || nationalities.Contains(world.Nationalities[p.community.Nationality].Code))
            .Select(p => new CommunityIndex(p.index)),
    ];
}

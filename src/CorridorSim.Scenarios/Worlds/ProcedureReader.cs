using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Turns the tables of procedures, claimants and ways into procedures and their inputs; a world may have none.</summary>
internal sealed class ProcedureReader(WorldDraft world, WorldTables tables, WorldSlots slots)
{
    public void Read()
    {
        string[] procedures = [.. tables["procedures"].Rows.Select(r => r.Text("id"))];
        string[] ways = [.. tables["ways"].Rows.Select(r => r.Text("id"))];
        foreach (var (table, column, names) in new[] { ("claimants", "procedure", procedures), ("ways", "procedure", procedures), ("way-users", "way", ways) })
        {
            foreach (var row in tables[table].Rows)
            {
                row.Index(column, names, column);
            }
        }

        foreach (var row in tables["procedures"].Rows)
        {
            ReadProcedure(row);
        }
    }

    private void ReadProcedure(CsvRow row)
    {
        var id = row.Text("id");
        var path = $"procedures.{id}";
        ProcedureNational[] nationals = [.. tables["claimants"].Rows.Where(r => r.Text("procedure") == id).Select(r => ReadNational(r, path))];
        if (nationals.Length == 0)
        {
            row.Report("id", $"nobody claims in {id}; add rows to claimants.csv");
        }

        var procedure = new Procedure(
            id,
            row.Country("country", world.CountryCodes),
            slots.Add(row, $"{path}.staff", "staff", Units.Persons, 0, 1e6, $"people who decide in {id} at the start"),
            slots.OfMeasures($"{path}.added-staff", Units.Persons, 0, -1e6, 1e6, $"people whom measures add to those who decide in {id}"),
            slots.Add(row, $"{path}.output", "output", "claims per person and month", 0.01, 1000, $"claims that one trained person takes up a month in {id}"),
            slots.OfLever(row, $"{path}.training-months", "training-months", "training-time", $"mean time until a new person decides as much as the others in {id}"),
            slots.Add(row, $"{path}.follow-months", "follow-months", Units.Months, 1, 1e6, $"time in which the staff of {id} follows claims"),
            slots.Add(row, $"{path}.reopened", "reopened", Units.PersonsPerMonth, -1e6, 1e6, $"claims opened again, counted late or of dependants in {id}"),
            slots.Add(row, $"{path}.appeal-share", "appeal-share", Units.Share, 0, 1, $"share of those refused in {id} who appeal"),
            slots.Add(row, $"{path}.appeal-months", "appeal-months", Units.Months, 0, 240, $"mean time to a decision on appeal in {id}"),
            slots.Add(row, $"{path}.appeal-allowed", "appeal-allowed", Units.Share, 0, 1, $"share of appeals that succeed in {id}"),
            slots.OfLever(row, $"{path}.return-rate", "return-rate", "claim-return-rate", $"share of those refused for good in {id} who are returned"),
            nationals,
            Ways(id, nationals));
        world.Procedures.Add(slots.Complete(procedure, row, path, id));
    }

    private ProcedureNational ReadNational(CsvRow row, string procedure)
    {
        var path = $"{procedure}.{row.Text("nationality")}";
        var national = new ProcedureNational(
            row.Index("nationality", world.NationalityCodes, "nationality"),
            slots.Add(row, $"{path}.waiting", "waiting", Units.Persons, 0, 1e8, "persons who wait for a first decision at the start"),
            slots.OfLever(row, $"{path}.grant-share", "grant-share", "claim-grant-share", "share of first decisions that grant"),
            slots.OfLever(row, $"{path}.withdrawal", "withdrawal", "claim-withdrawal", "share of claims taken up that turn out to be withdrawn"),
            slots.OfLever(row, $"{path}.implicit-withdrawal", "implicit-withdrawal", "implicit-withdrawal", "share of those waiting whose claims are treated as withdrawn"),
            slots.OfMeasures($"{path}.priority", Units.Factor, 1, 0, 1000, "weight in the choice of whose claims are decided"));
        return slots.Complete(national, row, path, $"{row.Text("nationality")} in {row.Text("procedure")}");
    }

    private ClaimWay[] Ways(string procedure, ProcedureNational[] nationals)
    {
        CsvRow[] rows = [.. tables["ways"].Rows.Where(r => r.Text("procedure") == procedure)];
        string[] ids = [.. rows.Select(r => r.Text("id"))];
        return [.. rows.Select(r => ReadWay(r, ids, nationals))];
    }

    private ClaimWay ReadWay(CsvRow row, string[] ids, ProcedureNational[] nationals)
    {
        var id = row.Text("id");
        var others = row.Words("replaced-by");
        foreach (var other in others.Where(o => o == id || !ids.Contains(o)))
        {
            row.Report("replaced-by", $"'{other}' is no other way into the same procedure{Suggestion.For(other, ids)}");
        }

        var way = new ClaimWay(
            id,
            slots.Add(row, $"ways.{id}.uptake", "uptake", Units.Share, 0, 1, $"share of those who would come by {id} who know of it and can, at the start"),
            slots.Add(row, $"ways.{id}.growth", "growth", Units.PerMonth, 0, 4, $"rate at which {id} spreads from person to person"),
            [.. others.Select(o => Array.IndexOf(ids, o)).Where(i => i >= 0)],
            slots.Add(row, $"ways.{id}.replaced-share", "replaced-share", Units.Share, 0, 1, $"share of the people of {id} whom the ways that replace it take in full use"),
            slots.OfMeasures($"ways.{id}.held-share", "claims-held", 0, $"share of the claims of those who came by {id} that may not be decided for the time being"),
            slots.OfMeasures($"ways.{id}.turned-back", "turn-back", 0, $"people who came by {id} and are returned before they can claim"),
            slots.Season(row, $"ways.{id}.season", $"factor on {id} in that month"),
            [.. tables["way-users"].Rows.Where(r => r.Text("way") == id).Select(r => ReadUser(r, id, nationals)).OfType<ClaimWayUser>()]);
        return slots.Complete(way, row, $"ways.{id}", id);
    }

    private ClaimWayUser? ReadUser(CsvRow row, string way, ProcedureNational[] nationals)
    {
        var nationality = row.Index("nationality", world.NationalityCodes, "nationality");
        var national = Array.FindIndex(nationals, n => n.Nationality == nationality);
        if (nationality >= 0 && national < 0)
        {
            row.Report("nationality", $"claimants.csv has no row for {row.Text("nationality")} in the procedure to which {way} leads; add one");
        }

        var path = $"ways.{way}.{row.Text("nationality")}";
        var level = slots.Add(row, $"{path}.level", "persons-per-month", Units.PersonsPerMonth, 0, 1e6, $"people who come by {way} at full uptake");
        return national < 0 ? null : new ClaimWayUser(national, level, slots.OfMeasures($"{path}.factor", Units.Factor, 1, 0, 1000, $"factor of measures on those who come by {way}"));
    }
}

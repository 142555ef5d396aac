using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Levers;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Makes inputs of the figures in the tables and finds the parameters that the world needs.</summary>
internal sealed class WorldSlots(WorldDraft world, WorldTables tables)
{
    private readonly SourceBook _sources = new(tables["sources"]);
    // What every world states, whether or not it has hosted communities or nationalities without a spread of their own.
    private readonly HashSet<string> _found = ["communities.home.ready-share", "communities.hosted.ready-share", "behaviour.shock-spread"];

    public Slot Add(CsvRow row, string path, string column, string unit, double minimum, double maximum, string meaning, double factor = 1)
    {
        var value = row.Number(column, minimum, maximum) * factor;
        return Add(row, column, path, unit, Distribution.Constant(value), minimum * factor, maximum == double.PositiveInfinity ? maximum : maximum * factor, meaning);
    }

    /// <summary>An input that a lever moves: its unit and its bounds are those of the lever's size, its meaning too where it has no words of its own.</summary>
    public Slot OfLever(CsvRow row, string path, string column, string lever, string? meaning = null)
    {
        var moving = LeverTable.All[lever];
        return Add(row, path, column, moving.Unit, moving.Minimum, moving.Maximum, meaning ?? moving.Meaning);
    }

    /// <summary>An input that only measures move, by a lever whose unit and bounds are its own.</summary>
    public Slot OfMeasures(string path, string lever, double value, string meaning)
    {
        var moving = LeverTable.All[lever];
        return OfMeasures(path, moving.Unit, value, moving.Minimum, moving.Maximum, meaning);
    }

    /// <summary>An input that only measures move.</summary>
    public Slot OfMeasures(string path, string unit, double value, double minimum, double maximum, string meaning) => world.Slots.Add(
        new InputSlot(path, unit, Distribution.Constant(value), minimum, maximum, meaning, InputBasis.Assumed, "without effect at this value: measures and agreements change it", "high"));

    public Slot Add(CsvRow row, string column, string path, string unit, Distribution value, double minimum, double maximum, string meaning)
    {
        var (basis, citation) = _sources.Of(row);
        if (world.Slots.TryFind(path, out var known))
        {
            row.Report(column, $"'{path}' stands twice; remove one row");
            return known;
        }

        return world.Slots.Add(new InputSlot(path, unit, value, minimum, maximum, meaning, basis, citation, row.Text("confidence")));
    }

    /// <summary>Twelve factors, January first, with a mean of 1; none where the cell is empty or wrong.</summary>
    public Slot[] Season(CsvRow row, string path, string meaning)
    {
        const string Column = "season";
        const double Rounding = 0.01;
        var factors = row.Factors(Column);
        if (factors.Length > 0 && (factors.Length != Units.MonthsOfYear || Math.Abs(factors.Average() - 1) > Rounding))
        {
            row.Report(Column, "a season has twelve factors, January first, whose mean is 1; mend them or leave the cell empty");
            return [];
        }

        return [.. factors.Select((factor, month) => Add(row, Column, FormattableString.Invariant($"{path}.{month + 1:D2}"), Units.Factor, Distribution.Constant(factor), 0, Units.MonthsOfYear, meaning))];
    }

    public Slot Find(string path)
    {
        _ = _found.Add(path);
        if (world.Slots.TryFind(path, out var slot))
        {
            return slot;
        }

        var table = tables["parameters"];
        table.Report($"the table lacks the parameter '{path}'; add a row for it");
        return default;
    }

    /// <summary>The parameter of its own where the world has it, else the common one.</summary>
    public Slot Find(string own, string common) => world.Slots.TryFind(own, out _) ? Find(own) : Find(common);

    /// <summary>The parameter where the world has it, else the value at which its rule is without effect.</summary>
    public Slot Neutral(string path, string unit, double value, double minimum, double maximum, string meaning)
    {
        _ = _found.Add(path);
        return world.Slots.TryFind(path, out var slot)
            ? slot
            : world.Slots.Add(new InputSlot(
                path, unit, Distribution.Constant(value), minimum, maximum, meaning, InputBasis.Assumed, "without effect at this value: the world gives none", "low"));
    }

    /// <summary>A thing of the world with those of its further inputs that it has: by a column, by a parameter, or at the value without effect.</summary>
    /// <param name="owner">The thing.</param>
    /// <param name="row">Its row.</param>
    /// <param name="path">Its path.</param>
    /// <param name="name">What people call it.</param>
    public T Complete<T>(T owner, CsvRow row, string path, string name)
        where T : IInputOwner<T>
    {
        foreach (var input in T.OptionalInputs.Where(i => i.IsFor(owner)))
        {
            var meaning = string.Format(CultureInfo.InvariantCulture, input.Meaning, name);
            if (input.IsColumn && row.Text(input.Name).Length > 0)
            {
                owner = input.Put(owner, Add(row, $"{path}.{input.Name}", input.Name, input.Unit, input.Minimum, input.Maximum, meaning));
            }
            else if (input.Neutral is { } neutral)
            {
                owner = input.Put(owner, Neutral($"{path}.{input.Name}", input.Unit, neutral, input.Minimum, input.Maximum, meaning));
            }
        }

        return owner;
    }

    public Slot Optional(string path, string unit, string meaning) =>
        world.Slots.TryFind(path, out var slot)
            ? slot
            : world.Slots.Add(new InputSlot(
                path, unit, Distribution.Constant(0), 0, double.PositiveInfinity, meaning, InputBasis.Assumed, "none known at the start; measures and agreements add to it", "low"));

    /// <summary>Reports parameters that nothing in the world uses.</summary>
    public void CheckUnused()
    {
        foreach (var row in tables["parameters"].Rows.Where(r => !_found.Contains(r.Text("path"))))
        {
            row.Report("path", $"nothing uses the parameter '{row.Text("path")}'{Diagnostics.Suggestion.For(row.Text("path"), _found)}");
        }
    }
}

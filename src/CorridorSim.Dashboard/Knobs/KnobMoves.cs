using System.Globalization;
using CorridorSim.Dashboard.Shared.Parts;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Dashboard.Knobs;

/// <summary>Which sliders of a scenario stand elsewhere than it puts them, and where they stood before.</summary>
/// <param name="knobs">The sliders.</param>
public sealed class KnobMoves(IReadOnlyList<Knob> knobs)
{
    private readonly Stack<IReadOnlyDictionary<string, double>> _before = [];
    private readonly Stack<IReadOnlyDictionary<string, double>> _after = [];

    /// <summary>The sliders.</summary>
    public IReadOnlyList<Knob> Knobs => knobs;

    /// <summary>Values of the moved ones, by path. A change puts a new dictionary in its place: who holds one may go on reading.</summary>
    public IReadOnlyDictionary<string, double> Now { get; private set; } = new Dictionary<string, double>();

    /// <summary>Whether there is a step to go back.</summary>
    public bool CanUndo => _before.Count > 0;

    /// <summary>Whether there is a step that was taken back.</summary>
    public bool CanRedo => _after.Count > 0;

    /// <summary>The moved ones.</summary>
    public IEnumerable<Knob> Moved => knobs.Where(k => Now.ContainsKey(k.Path));

    /// <summary>The moved ones as <c>path=value</c> for addresses, in order.</summary>
    public string[] Pairs => [.. Now.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key}={m.Value:R}")).Order(StringComparer.Ordinal)];

    /// <summary>The moved ones as settings of the command line.</summary>
    public IReadOnlyList<string> Settings => [.. Moved.Select(k => k.Set(Now[k.Path]))];

    /// <summary>Where a slider stands.</summary>
    public double ValueOf(Knob knob)
    {
        ArgumentNullException.ThrowIfNull(knob);
        return Now.GetValueOrDefault(knob.Path, knob.Default);
    }

    /// <summary>What of an address could not be taken over as it stands, one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; private set; } = [];

    /// <summary>Takes over <c>path=value</c> pairs of an address; what cannot be taken over is told in <see cref="Remarks"/>.</summary>
    public void Read(IEnumerable<string> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var moved = new Dictionary<string, double>();
        var remarks = new List<string>();
        foreach (var parts in pairs.Select(s => s.Split('=', 2)))
        {
            if (Read(parts[0], parts.ElementAtOrDefault(1) ?? string.Empty, remarks) is var (knob, value) && value != knob.Default)
            {
                moved[knob.Path] = value;
            }
        }

        (Now, Remarks) = (moved, remarks);
    }

    private (Knob Knob, double Value)? Read(string path, string text, List<string> remarks)
    {
        var name = Texts.Short(path, 100);
        if (knobs.FirstOrDefault(k => k.IsNamed(path)) is not { } knob)
        {
            remarks.Add($"'{name}' is not a slider of this scenario and is left out.");
            return null;
        }

        if (!NumberText.TryParse(text, out var value))
        {
            remarks.Add($"'{Texts.Short(text, 40)}' for '{name}' is not a number and is left out.");
            return null;
        }

        if (!knob.Allows(value))
        {
            var nearest = Math.Clamp(value, knob.Lowest, knob.Highest);
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{value} for '{name}' is not possible: it must be from {knob.Lowest} to {knob.Highest}. {nearest} is used."));
            return (knob, nearest);
        }

        if (value < knob.Minimum || value > knob.Maximum)
        {
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{value} for '{name}' is outside the range {knob.Minimum} to {knob.Maximum} that is thought plausible. It is used as given."));
        }

        return (knob, value);
    }

    /// <summary>Keeps where the sliders stand, to come back to it.</summary>
    public void Remember()
    {
        if (_before.Count == 0 || !Same(_before.Peek(), Now))
        {
            _before.Push(Now);
        }
    }

    /// <summary>Moves a slider; to its default means not moved.</summary>
    public void Move(Knob knob, double value)
    {
        ArgumentNullException.ThrowIfNull(knob);
        Set(knob, knob.Fit(value));
    }

    /// <summary>Sets a slider to a value as it was typed, which may lie beyond what is thought plausible.</summary>
    public void Set(Knob knob, double value)
    {
        ArgumentNullException.ThrowIfNull(knob);
        var moved = Now.Where(m => m.Key != knob.Path).ToDictionary();
        if (value != knob.Default)
        {
            moved[knob.Path] = value;
        }

        Now = moved;
        _after.Clear();
    }

    /// <summary>Back to the scenario; can be undone.</summary>
    public void Reset()
    {
        Remember();
        Now = new Dictionary<string, double>();
        _after.Clear();
    }

    /// <summary>One step back.</summary>
    public void Undo()
    {
        // What was remembered and then not moved is no step.
        while (_before.Count > 1 && Same(_before.Peek(), Now))
        {
            _before.Pop();
        }

        _after.Push(Now);
        Now = _before.Pop();
    }

    /// <summary>The step that was taken back, once more.</summary>
    public void Redo()
    {
        _before.Push(Now);
        Now = _after.Pop();
    }

    private static bool Same(IReadOnlyDictionary<string, double> a, IReadOnlyDictionary<string, double> b) => a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var v) && v == p.Value);
}

using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Pages.Pact;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Scenarios.Agreements;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Writing;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Pages.Agreements;

/// <summary>A real agreement of the library.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="Parties">Who agreed; a name that the file leaves open stands for what a scenario fills in.</param>
/// <param name="SignedOn">Date of signature, as the file has it.</param>
/// <param name="Source">Where its text is published.</param>
/// <param name="Clauses">What was promised and delivered.</param>
/// <param name="Link">Address that takes it into the form for agreements.</param>
public sealed record LibraryAgreement(string Id, string Title, string Parties, string SignedOn, string Source, IReadOnlyList<PactClause> Clauses, string Link)
{
    /// <summary>A clause in a sentence.</summary>
    public static string Describe(PactClause clause) => PactSentence.Of(clause);
}

/// <summary>The real agreements beside the scenarios, in the folder <c>agreements</c>.</summary>
/// <param name="scenarios">The scenario files.</param>
public sealed class AgreementLibrary(ScenarioCatalogue scenarios)
{
    private const string Folder = "agreements";
    private const char Open = '$';

    /// <summary>All agreements, by name of file; none where there is no library.</summary>
    public IReadOnlyList<LibraryAgreement> List()
    {
        var folder = Path.Combine(scenarios.Folder, Folder);
        var entries = scenarios.List();
        var names = scenarios.Countries(entries);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(f => Read(f, entries, names))] : [];
    }

    private IEnumerable<LibraryAgreement> Read(string file, IReadOnlyList<ScenarioEntry> entries, IReadOnlyDictionary<string, string> names)
    {
        var bag = new DiagnosticBag();
        if (YamlReader.Read(file, Path.GetFileName(file), bag) is not { } root || root[Folder] is not YamlMap agreements)
        {
            return [];
        }

        var clauses = PactReader.Library(file, bag).ToLookup(c => c.Agreement.Id);
        return agreements.Entries.Where(e => e.Value is YamlMap).Select(e =>
        {
            var map = (YamlMap)e.Value;
            var parties = YamlTree.TextsAt(map, "parties");
            return new LibraryAgreement(
                e.Key.Text, YamlTree.TextAt(map, "title") is { Length: > 0 } title ? title : e.Key.Text,
                string.Join(", ", parties.Select(p => p.StartsWith(Open) ? $"{p.TrimStart(Open)} (to be filled in)" : names.GetValueOrDefault(p, p))),
                YamlTree.TextAt(map, "signed"), YamlTree.TextAt(map, "source"), [.. clauses[e.Key.Text]], Link(e.Key.Text, map, parties, entries));
        });
    }

    /// <summary>The agreement as a draft beside a scenario of a world that knows its parties; what the file leaves open is filled in by hand.</summary>
    private string Link(string id, YamlMap map, IReadOnlyList<string> parties, IReadOnlyList<ScenarioEntry> entries)
    {
        string[] named = [.. parties.Where(p => !p.StartsWith(Open))];
        var beside = entries.FirstOrDefault(s => named.Length > 0 && s.World is { } world && named.All(scenarios.Countries(world).ContainsKey)) ?? (entries.Count > 0 ? entries[0] : null);
        var draft = PactDraft.New(beside?.Name ?? string.Empty) with { FileId = $"{id}-tried", AgreementId = $"{id}-tried", Agreement = Filled(map) };
        return PactDesk.Link(draft) is { } link ? $"/pacts/new?draft={link}" : "/pacts/new";
    }

    private static YamlMap Filled(YamlMap map) => map with { Entries = [.. map.Entries.Select(Filled).OfType<YamlEntry>()] };

    private static YamlEntry? Filled(YamlEntry entry) => entry.Value switch
    {
        YamlText { Text: [Open, ..] } => null,
        YamlMap inner => entry with { Value = Filled(inner) },
        YamlList list when list.Items.Any(i => i is YamlText { Text: [Open, ..] }) =>
            entry with { Value = list with { Items = [.. list.Items.Where(i => i is not YamlText { Text: [Open, ..] })] } },
        _ => entry,
    };
}

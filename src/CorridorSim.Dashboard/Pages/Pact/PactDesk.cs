using System.Globalization;
using System.IO.Compression;
using System.Text;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Writing;

namespace CorridorSim.Dashboard.Pages.Pact;

/// <summary>Where agreements are written: begins drafts, checks them, puts them into links and files.</summary>
/// <param name="scenarios">The scenario files.</param>
public sealed class PactDesk(ScenarioCatalogue scenarios)
{
    // Beyond that, servers on the way cut addresses.
    private const int LongestLink = 6000;
    private const int LongestDraft = 200_000;

    /// <summary>The agreements that can be taken as they are, each with its scenario.</summary>
    public IReadOnlyList<PactStart> Starts() =>
    [
        .. from entry in scenarios.List()
           where ScenarioGroup.KindOf(entry) != ScenarioKind.Technical
           from agreement in entry.Agreements
           select new PactStart(entry.Name, agreement.Id, agreement.Title.Length > 0 ? agreement.Title : agreement.Id, entry.Title),
    ];

    /// <summary>An agreement of a scenario to be changed.</summary>
    /// <exception cref="ScenarioNotFoundException">There is no such scenario.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    /// <exception cref="ArgumentException">It has no such agreement.</exception>
    public PactDraft Change(string scenario, string agreement) => PactDraft.Change(scenarios.Compile(scenario).Loaded, scenario, agreement);

    /// <summary>Checks a draft, and whether its names are free.</summary>
    public PactCheck Check(PactDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var check = PactCheck.Of(draft, scenarios.Folder);
        PactMistake[] names =
        [
            .. scenarios.Has(draft.FileId) ? [new PactMistake("file", $"There is a scenario '{draft.FileId}' already; choose another name.")] : Array.Empty<PactMistake>(),
            .. draft.Inherited is null && HasAgreement(draft) ? [new PactMistake("file", $"The baseline has an agreement '{draft.AgreementId}' already; choose another title or name.")] : Array.Empty<PactMistake>(),
        ];
        return names.Length == 0 ? check : check with { Mistakes = [.. names, .. check.Mistakes] };
    }

    /// <summary>
    /// The values that the clauses of a draft move, as they are today, by name of the clause. A clause is found as soon as it says where it
    /// acts: what is not filled in yet is replaced by any value, as it does not matter here.
    /// </summary>
    public IReadOnlyDictionary<string, TodaysValue> Today(PactDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var bag = new DiagnosticBag();
        if (CompiledScenario.OfText(Complete(draft).Write().Text, scenarios.Folder, bag) is not { } compiled)
        {
            return new Dictionary<string, TodaysValue>();
        }

        var clauses = compiled.Scenario.Instruments.FirstOrDefault(i => i.Id == draft.AgreementId)?.Provisions ?? [];
        return clauses.Select(c => (c.Id, Value: TodaysValue.Of(compiled, c))).Where(v => v.Value is not null).ToDictionary(v => v.Id, v => v.Value!);
    }

    /// <summary>A draft as the text of a link; null when it is too long for one.</summary>
    public static string? Link(PactDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        using var packed = new MemoryStream();
        using (var writer = new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            writer.Write(Encoding.UTF8.GetBytes($"{draft.AgreementId}\n{draft.Write().Text}"));
        }

        var text = Convert.ToBase64String(packed.ToArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return text.Length <= LongestLink ? text : null;
    }

    /// <summary>The draft of a link.</summary>
    /// <exception cref="ArgumentException">It is none, or it extends a scenario that is not there.</exception>
    public PactDraft OfLink(string link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var parts = Unpack(link).Split('\n', 2);
        var bag = new DiagnosticBag();
        return parts.Length == 2 && ScenarioFile.Parse(parts[1], scenarios.Folder, bag) is { } loaded
            ? PactDraft.Read(loaded, parts[0])
            : throw new ArgumentException("the link holds no agreement that can be read here; begin a new one", nameof(link));
    }

    /// <summary>A date as people write it, such as June 2023, as files have it; another text stays as it is.</summary>
    public static string Date(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] forms = ["MMMM yyyy", "MMM yyyy", "MM/yyyy", "M/yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMMM d, yyyy"];
        return !DateOnly.TryParseExact(text.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) ? text.Trim()
            : date.ToString(date.Day == 1 ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private bool HasAgreement(PactDraft draft)
    {
        var name = Path.GetFileNameWithoutExtension(draft.Extends);
        return scenarios.Has(name) && scenarios.Compile(name).Scenario.Instruments.Any(i => i.IsAgreement && i.Id == draft.AgreementId);
    }

    /// <summary>Any two countries of the world that a draft is about; none where its baseline is not there.</summary>
    private string[] TwoCountries(PactDraft draft) =>
        Path.GetFileNameWithoutExtension(draft.Extends) is var name && scenarios.Has(name) ? [.. scenarios.Compile(name).World.CountryCodes.Take(2)] : [];

    private PactDraft Complete(PactDraft draft)
    {
        const string Month = "2023-01";
        var told = draft.Inherited is null ? draft.With("parties", YamlTree.TextsAt(draft.Agreement, "parties") is { Count: > 1 } parties ? parties : TwoCountries(draft)) : draft;
        told = (told.Title.Length == 0 ? told.With("title", "x") : told) with { FileId = "draft" };
        told = told["signed"].Length == 0 ? told.With("signed", Month) : told;
        foreach (var clause in draft.Clauses)
        {
            var lever = draft.LeverOf(clause);
            var place = $"provisions.{clause}";
            if (lever is null || lever.Subjects.Any(s => !s.EndsWith('?') && YamlTree.At(draft.Agreement, $"{place}.{s}") is null))
            {
                told = told.Without(place);
                continue;
            }

            told = told.Size(clause).Length == 0 && !told.IsDrawn(clause) ? told.WithSize(clause, lever.Minimum.ToString(CultureInfo.InvariantCulture)) : told;
            told = told[$"{place}.from"].Length == 0 ? told.With($"{place}.from", told["signed"]) : told;
        }

        return told;
    }

    private static string Unpack(string link)
    {
        try
        {
            var text = link.Replace('-', '+').Replace('_', '/');
            using var packed = new MemoryStream(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
            using var reader = new BrotliStream(packed, CompressionMode.Decompress);
            var bytes = new byte[LongestDraft];
            var count = reader.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(bytes, 0, count);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or InvalidDataException)
        {
            throw new ArgumentException("the link is damaged; begin a new agreement", nameof(link), error);
        }
    }
}

/// <summary>An agreement that a draft can begin with.</summary>
/// <param name="Scenario">Name of its scenario.</param>
/// <param name="Agreement">Its identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="ScenarioTitle">Title of the scenario.</param>
public sealed record PactStart(string Scenario, string Agreement, string Title, string ScenarioTitle);

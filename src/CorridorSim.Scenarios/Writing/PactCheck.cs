using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Writing;

/// <summary>What is wrong with a draft, at the place of each mistake.</summary>
/// <param name="Path">Path below the agreement; <c>.</c> for the file as a whole.</param>
/// <param name="Message">Cause and remedy.</param>
/// <param name="IsMissing">Whether something is only not filled in yet.</param>
public sealed record PactMistake(string Path, string Message, bool IsMissing = false);

/// <summary>A draft as the program reads it: compiled, or with everything that is wrong.</summary>
/// <param name="Compiled">The scenario; null while something is wrong.</param>
/// <param name="Mistakes">What is wrong, in the order of the file.</param>
/// <param name="Lines">The file.</param>
public sealed record PactCheck(CompiledScenario? Compiled, IReadOnlyList<PactMistake> Mistakes, YamlLines Lines)
{
    private const string Whole = ".";

    /// <summary>Checks a draft: what must be filled in, then all rules of scenario files.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="folder">Folder in which the file that it extends lies.</param>
    public static PactCheck Of(PactDraft draft, string folder)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var lines = draft.Write();
        var missing = Missing(draft).ToArray();
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.OfText(lines.Text, folder, bag);
        PactMistake[] found = [.. bag.Sorted.Select(d => new PactMistake(PathOf(draft, lines, d), Sentence(d.Message)))];

        // What is missing is said once, where it is to be filled in.
        PactMistake[] told = [.. missing, .. found.Where(f => !missing.Any(m => m.Path == f.Path || IsOwner(f.Path, m.Path)))];
        return new PactCheck(told.Length == 0 ? compiled : null, told, lines);
    }

    /// <summary>The mistakes at a path; those below it as well where it is asked for as a whole.</summary>
    public IEnumerable<PactMistake> At(string path, bool isWhole = false) =>
        Mistakes.Where(m => m.Path == path || (isWhole && m.Path.StartsWith($"{path}.", StringComparison.Ordinal))).DistinctBy(m => m.Message);

    /// <summary>Whether a heading owns what is missing: a clause, or the agreement itself.</summary>
    private static bool IsOwner(string heading, string missing) =>
        heading == Whole ? !missing.StartsWith("provisions.", StringComparison.Ordinal) : heading.Split('.').Length == 2 && missing.StartsWith($"{heading}.", StringComparison.Ordinal);

    private static IEnumerable<PactMistake> Missing(PactDraft draft)
    {
        if (draft.Title.Length == 0)
        {
            yield return new("title", "Give the agreement a title.", IsMissing: true);
        }

        if (YamlTree.TextsAt(draft.Agreement, "parties").Count < 2)
        {
            yield return new("parties", "Choose at least two parties.", IsMissing: true);
        }

        if (draft["signed"].Length == 0)
        {
            yield return new("signed", "Say when it is signed, such as 2023-06.", IsMissing: true);
        }

        if (draft.IsNew && draft.Clauses.Count == 0)
        {
            yield return new("provisions", "Add at least one clause.", IsMissing: true);
        }

        foreach (var mistake in draft.Clauses.SelectMany(c => Missing(draft, c)))
        {
            yield return mistake;
        }
    }

    private static IEnumerable<PactMistake> Missing(PactDraft draft, string clause)
    {
        var place = $"provisions.{clause}";
        if (draft.LeverOf(clause) is not { } lever)
        {
            yield break;
        }

        foreach (var subject in lever.Subjects.Where(s => !s.EndsWith('?') && YamlTree.At(draft.Agreement, $"{place}.{s}") is null))
        {
            yield return new($"{place}.{subject}", $"Choose the {(subject == "nationalities" ? "nationalities" : subject)}.", IsMissing: true);
        }

        if (draft.Size(clause).Length == 0 && !draft.IsDrawn(clause))
        {
            yield return new(draft.SizePath(clause), "Say how much.", IsMissing: true);
        }

        if (draft[$"{place}.from"].Length == 0)
        {
            yield return new($"{place}.from", "Say from when, such as 2023-06.", IsMissing: true);
        }
    }

    private static string PathOf(PactDraft draft, YamlLines lines, Diagnostic diagnostic)
    {
        var agreement = $"agreements.{draft.AgreementId}";
        var path = diagnostic.File == ScenarioFile.StoredName ? lines.PathAt(diagnostic.Line) : string.Empty;
        return path.StartsWith($"{agreement}.", StringComparison.Ordinal) ? path[(agreement.Length + 1)..] : Whole;
    }

    private static string Sentence(string message) => message.Length == 0 ? message : $"{char.ToUpperInvariant(message[0])}{message[1..].TrimEnd('.')}.";
}

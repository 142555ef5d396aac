using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Label;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Store;

[assembly: Verb<RenameVerb>(280)]
[assembly: Verb<NoteVerb>(290)]
[assembly: Verb<TagVerb>(300)]

namespace CorridorSim.Cli.Verbs.Label;

/// <summary>Gives a run or sweep another name.</summary>
internal sealed class RenameVerb : IVerb
{
    public static Command Create()
    {
        var run = EntryArgument.Create();
        var name = new Argument<string>("name") { Description = "new name; an empty one returns to the first" };
        var verb = new Command("rename", "name a run or sweep: corridorsim rename latest 'for the paper'") { run, name };
        name.Validators.Add(r => Labels.Demand(r, r.GetValueOrDefault<string>() is { Length: > 0 } text ? RunLabels.NameProblem(text) : null));
        Labels.SetAction(verb, run, (catalogue, entry, parsed) => catalogue.RenameAsync(entry, Labels.OrNull(parsed.GetValue(name))));
        return verb;
    }
}

/// <summary>Writes a note beside a run or sweep.</summary>
internal sealed class NoteVerb : IVerb
{
    public static Command Create()
    {
        var run = EntryArgument.Create();
        var text = new Argument<string>("text") { Description = "the note; an empty one takes it away" };
        var verb = new Command("note", "add a note to a run or sweep: corridorsim note latest 'sizes after the talks of May'") { run, text };
        text.Validators.Add(r => Labels.Demand(r, RunLabels.NoteProblem(r.GetValueOrDefault<string>() ?? string.Empty)));
        Labels.SetAction(verb, run, (catalogue, entry, parsed) => catalogue.NoteAsync(entry, Labels.OrNull(parsed.GetValue(text))));
        return verb;
    }
}

/// <summary>Adds tags to a run or sweep, or takes them away.</summary>
internal sealed class TagVerb : IVerb
{
    public static Command Create()
    {
        var run = EntryArgument.Create();
        var tags = new Argument<string[]>("tags") { Description = $"tags; '{RunLabels.Pinned}' protects from delete and prune", Arity = ArgumentArity.OneOrMore };
        var remove = new Option<bool>("--remove") { Description = "take these tags away" };
        var verb = new Command("tag", "tag a run or sweep: corridorsim tag latest paper first-draft") { run, tags, remove };
        tags.Validators.Add(r => Labels.Demand(r, (r.GetValueOrDefault<string[]>() ?? []).Select(RunLabels.TagProblem).FirstOrDefault(p => p is not null)));
        Labels.SetAction(verb, run, (catalogue, entry, parsed) => catalogue.TagAsync(entry, parsed.GetValue(tags)!, parsed.GetValue(remove)));
        return verb;
    }
}

/// <summary>What the verbs that write beside a run share.</summary>
internal static class Labels
{
    /// <summary>Refuses a command line.</summary>
    public static void Demand(System.CommandLine.Parsing.SymbolResult result, string? problem)
    {
        if (problem is not null)
        {
            result.AddError(problem);
        }
    }

    /// <summary>Null for an empty text.</summary>
    public static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Finds what is meant, changes its labels and prints them.</summary>
    public static void SetAction(Command verb, Argument<string> run, Func<StoreCatalogue, StoreEntry, ParseResult, Task<RunLabels>> change)
    {
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        verb.Add(runs);
        verb.Add(json);
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var store = parsed.Store(runs);
            store.DemandThere();
            var catalogue = new StoreCatalogue(store);
            var entry = catalogue.Find(parsed.GetValue(run)!);
            var labels = await change(catalogue, entry, parsed);
            await (parsed.GetValue(json)
                ? JsonOutput.WriteAsync(new { entry.Id, entry.Kind, (entry with { Labels = labels }).Name, labels.Note, labels.Tags })
                : Console.Out.WriteLineAsync(Line(entry with { Labels = labels })));
            return ExitCodes.Done;
        }));
    }

    private static string Line(StoreEntry entry) =>
        $"{entry.Id}{(entry.Name is { } name ? $"  '{name}'" : string.Empty)}{(entry.Labels.Tags.Count > 0 ? $"  tags {string.Join(", ", entry.Labels.Tags)}" : string.Empty)}"
        + (entry.Labels.Note is { } note ? $"  note: {note.ReplaceLineEndings(" ")}" : string.Empty);
}

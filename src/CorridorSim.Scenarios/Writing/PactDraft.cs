using CorridorSim.Model;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Writing;

/// <summary>
/// An agreement that is being written: a new one, or one of a scenario with other terms. It is kept as the tree of its file, so that what a form does
/// not show is carried along unchanged. Paths are those below the agreement, such as <c>provisions.visas.from</c>.
/// </summary>
public sealed record PactDraft
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿăąćčđęěłńňřśšşţťůźżžığ";
    private const string Bare = "aaaaaaceeeeiiiinoooooouuuuyyaaccdeelnnrsssttuzzzig";

    /// <summary>Identifier and name of the file to be written, without ending.</summary>
    public required string FileId { get; init; }

    /// <summary>Identifier of the agreement.</summary>
    public required string AgreementId { get; init; }

    /// <summary>File with ending that the new one extends, and whose scenario it is compared with.</summary>
    public required string Extends { get; init; }

    /// <summary>The agreement.</summary>
    public required YamlMap Agreement { get; init; }

    /// <summary>What the file states beside the agreement: its description, other agreements, measures.</summary>
    public YamlMap Rest { get; init; } = YamlTree.Map();

    /// <summary>The agreement as the extended file has it already; null when it has none of that name.</summary>
    public YamlMap? Inherited { get; init; }

    /// <summary>Whether it is a new agreement, not one of a scenario with other terms.</summary>
    public bool IsNew => Inherited is null && Rest.Entries.Count == 0;

    /// <summary>Names of the clauses, in order.</summary>
    public IReadOnlyList<string> Clauses => [.. ((Agreement[CommonKeys.Provisions] as YamlMap)?.Entries ?? []).Select(e => e.Key.Text)];

    /// <summary>Title of the agreement.</summary>
    public string Title => this["title"];

    /// <summary>The text at a path; empty when there is none.</summary>
    public string this[string path] => YamlTree.TextAt(Agreement, path);

    /// <summary>A new agreement without any terms.</summary>
    /// <param name="extends">Name of the scenario that it is added to, without ending.</param>
    public static PactDraft New(string extends) => new() { FileId = "new-agreement", AgreementId = "new-agreement", Extends = $"{extends}.yaml", Agreement = YamlTree.Map() };

    /// <summary>
    /// An agreement of a scenario with the terms it has. Where the file of the scenario states it and extends another, the new file takes its place
    /// beside the same baseline; where the scenario inherits it, the new file changes it, and is compared with the agreement as it was.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="file">Name of its file, without ending.</param>
    /// <param name="agreement">Identifier of the agreement.</param>
    /// <exception cref="ArgumentException">The scenario has no such agreement.</exception>
    public static PactDraft Change(LoadedScenario scenario, string file, string agreement)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (YamlTree.At(scenario.Merged, CommonKeys.Agreements) is not YamlMap all || all[agreement] is not YamlMap merged)
        {
            throw new ArgumentException($"the scenario '{file}' has no agreement '{agreement}'", nameof(agreement));
        }

        // What a file includes stays included: only changes are written over it.
        var isOwn = scenario.Parent is not null && YamlTree.At(scenario.Own, "include") is null && YamlTree.At(scenario.Own, CommonKeys.Agreements) is YamlMap own && own[agreement] is YamlMap
            && YamlTree.At(scenario.Parent, CommonKeys.Agreements) is var below && (below as YamlMap)?[agreement] is null;
        return isOwn
            ? new PactDraft { FileId = $"{file}-changed", AgreementId = agreement, Extends = YamlTree.TextAt(scenario.Own, "extends"), Agreement = merged, Rest = RestOf(scenario.Own!, agreement) }
            : new PactDraft { FileId = $"{file}-changed", AgreementId = agreement, Extends = $"{file}.yaml", Agreement = merged, Inherited = merged };
    }

    /// <summary>A draft as it was written, complete or not.</summary>
    /// <param name="scenario">The written file, merged with what it extends.</param>
    /// <param name="agreement">Identifier of the agreement.</param>
    public static PactDraft Read(LoadedScenario scenario, string agreement)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var own = scenario.Own ?? scenario.Merged;
        return new PactDraft
        {
            FileId = YamlTree.TextAt(own, "id"),
            AgreementId = agreement,
            Extends = YamlTree.TextAt(own, "extends"),
            Agreement = (YamlTree.At(scenario.Merged, CommonKeys.Agreements) as YamlMap)?[agreement] as YamlMap ?? YamlTree.Map(),
            Rest = RestOf(own, agreement),
            Inherited = (YamlTree.At(scenario.Parent, CommonKeys.Agreements) as YamlMap)?[agreement] as YamlMap,
        };
    }

    /// <summary>The same terms as a new agreement of another file.</summary>
    /// <param name="extends">Name of the scenario that it is added to, without ending.</param>
    public PactDraft AsNew(string extends) => this with { Extends = $"{extends}.yaml", Rest = YamlTree.Map(), Inherited = null };

    /// <summary>The draft with a text at a path; an empty one takes away what stands there.</summary>
    public PactDraft With(string path, string text) => this with { Agreement = YamlTree.With(Agreement, path, text.Trim(), IsWords(path)) };

    /// <summary>The draft with a list of names at a path.</summary>
    public PactDraft With(string path, IEnumerable<string> names) => this with { Agreement = YamlTree.With(Agreement, path, names) };

    /// <summary>The draft without what stands at a path.</summary>
    public PactDraft Without(string path) => this with { Agreement = YamlTree.With(Agreement, path, (YamlItem?)null) };

    /// <summary>The draft with the size of a clause, in the form in which it was stated, or as a value that is assumed.</summary>
    public PactDraft WithSize(string clause, string text)
    {
        var (path, lever) = (SizePath(clause), LeverOf(clause));
        if (lever?.Unit == Units.TrueOrFalse)
        {
            return text.Length == 0 ? Without(path) : With(path, text).WithBasis(clause, Basis(clause) is { Length: > 0 } basis ? basis : CommonKeys.Assumption);
        }

        return YamlTree.At(Agreement, path) switch
        {
            YamlText => With(path, text),
            YamlMap map when text.Length > 0 => this with
            {
                Agreement = YamlTree.With(Agreement, path, map with { Entries = [YamlTree.Entry("value", YamlTree.Text(text.Trim())), .. map.Entries.Except(map.Statements)] }),
            },
            _ when text.Length == 0 => Without(path),
            _ => With($"{path}.value", text).With($"{path}.basis", CommonKeys.Assumption),
        };
    }

    /// <summary>Where the size of a clause stands; the size itself may be a value, a mapping with a value or a distribution.</summary>
    public string SizePath(string clause)
    {
        var lever = LeverOf(clause);
        return $"{CommonKeys.Provisions}.{clause}.{lever?.KeyOf(Period(clause)) ?? "size"}";
    }

    /// <summary>The size of a clause as written; empty where there is none or it is drawn.</summary>
    public string Size(string clause) => SizePath(clause) is var path && this[path] is { Length: > 0 } plain ? plain : this[$"{path}.value"];

    /// <summary>Whether the size of a clause is drawn anew in each simulation.</summary>
    public bool IsDrawn(string clause) => YamlTree.At(Agreement, SizePath(clause)) is YamlMap map && map.Statements.Any() && map["value"] is null;

    /// <summary>Whether the size of a clause is published or assumed; empty where it does not say.</summary>
    public string Basis(string clause) => this[$"{SizePath(clause)}.basis"] is { Length: > 0 } beside ? beside : this[$"{CommonKeys.Provisions}.{clause}.basis"];

    /// <summary>Source of the size of a clause; empty for none.</summary>
    public string Source(string clause) => this[$"{SizePath(clause)}.source"] is { Length: > 0 } beside ? beside : this[$"{CommonKeys.Provisions}.{clause}.source"];

    /// <summary>The draft with the basis of a size, where it stood before.</summary>
    public PactDraft WithBasis(string clause, string basis) => With($"{Place(clause, "basis")}.basis", basis);

    /// <summary>The draft with the source of a size, where it stood before.</summary>
    public PactDraft WithSource(string clause, string source) => With($"{Place(clause, "source")}.source", source);

    /// <summary>What the size of a clause is for.</summary>
    public SizePeriod Period(string clause) => LeverOf(clause)?.PeriodOf(k => YamlTree.At(Agreement, $"{CommonKeys.Provisions}.{clause}.{k}") is not null) ?? SizePeriod.Month;

    /// <summary>The draft with the places of a clause stated for a month, for a year or at a time.</summary>
    public PactDraft WithPeriod(string clause, SizePeriod period)
    {
        if (LeverOf(clause) is not { YearlyKey: not null } lever || Period(clause) == period || (period == SizePeriod.Stock && lever.StockKey is null))
        {
            return this;
        }

        var old = SizePath(clause);
        var size = YamlTree.At(Agreement, old);
        var moved = Without(old);
        var place = $"{CommonKeys.Provisions}.{clause}.";
        return (moved with { Agreement = YamlTree.With(moved.Agreement, place + lever.KeyOf(period), size ?? YamlTree.Map(YamlTree.Entry("basis", YamlTree.Text(CommonKeys.Assumption)))) })
            .With($"{place}spread", period == SizePeriod.Year ? "evenly" : string.Empty).With($"{place}year-starts", string.Empty).With($"{place}window-months", string.Empty)
            .With($"{place}stay-months", period == SizePeriod.Stock ? "12" : string.Empty);
    }

    /// <summary>The lever of a clause; null when there is none of that name.</summary>
    public LeverDefinition? LeverOf(string clause) => LeverTable.All.GetValueOrDefault(this[$"{CommonKeys.Provisions}.{clause}.lever"]);

    /// <summary>The draft with one more clause.</summary>
    /// <param name="lever">Name of the lever that it pulls.</param>
    public PactDraft WithClause(string lever)
    {
        ArgumentNullException.ThrowIfNull(lever);
        var name = Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? lever : FormattableString.Invariant($"{lever}-{i}")).First(n => !Clauses.Contains(n));
        return With($"{CommonKeys.Provisions}.{name}.lever", lever);
    }

    /// <summary>The draft with a title, and with the names of file and agreement made from it while it is a new one.</summary>
    public PactDraft WithTitle(string title, bool isRenamed)
    {
        var id = Slug(title);
        var titled = With("title", title);
        return isRenamed && id.Length > 0 ? titled with { FileId = id, AgreementId = id } : titled;
    }

    /// <summary>The conditions of a kind, as paths: one that stands alone, or each of a list.</summary>
    public IReadOnlyList<string> Conditions(string kind) => YamlTree.At(Agreement, $"conditions.{kind}") switch
    {
        YamlMap => [$"conditions.{kind}"],
        YamlList list => [.. Enumerable.Range(0, list.Items.Count).Select(i => FormattableString.Invariant($"conditions.{kind}.{i}"))],
        _ => [],
    };

    /// <summary>The draft with one more condition of a kind, with its first key.</summary>
    public PactDraft WithCondition(string kind, string key, string value)
    {
        var path = $"conditions.{kind}";
        var listed = YamlTree.At(Agreement, path) is YamlMap only ? this with { Agreement = YamlTree.With(Agreement, path, new YamlList(string.Empty, 1, 1, [only])) } : this;
        return listed.With(FormattableString.Invariant($"{path}.{listed.Conditions(kind).Count}.{key}"), value);
    }

    /// <summary>The file with the path of the value in each of its lines; those of the agreement begin with <c>agreements</c> and its name.</summary>
    public YamlLines Write()
    {
        var title = Title.Length > 0 ? Title : FileId;
        var head = YamlTree.Map(
            YamlTree.Entry("corridorsim", YamlTree.Text("1")), YamlTree.Entry("id", YamlTree.Text(FileId, isText: true)),
            YamlTree.Entry("title", YamlTree.Text(YamlTree.TextAt(Rest, "title") is { Length: > 0 } whole ? whole : title, isText: true)),
            YamlTree.Entry("extends", YamlTree.Text(Extends, isText: true)));
        var body = Inherited is null ? Agreement : PactDifference.Of(Inherited, Agreement);
        var entries = head.Entries.Concat(Rest.Entries.Where(e => e.Key.Text != "title"));
        var file = head with { Entries = [.. entries] };
        return YamlLines.Of(body is null || body.Entries.Count == 0 ? file : YamlTree.With(file, $"{CommonKeys.Agreements}.{AgreementId}", body));
    }

    /// <summary>A name made from a title: lower-case letters, digits and hyphens, at most 48.</summary>
    public static string Slug(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        const int Most = 48;
        var letters = string.Concat(title.Select(c => Plain(char.ToLowerInvariant(c))).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var slug = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return (slug.Length <= Most ? slug : slug[..Most]).Trim('-') is var name && IdentifierText.NameComplaint(name.Length > 0 ? name : "x") is null ? name : $"{name}-agreement";
    }

    // The program runs without the tables of languages, which would take accents away.
    private static char Plain(char letter) => Accented.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 ? Bare[place] : letter;

    private static YamlMap RestOf(YamlMap own, string agreement)
    {
        string[] head = ["corridorsim", "id", "extends"];
        var rest = own with { Entries = [.. own.Entries.Where(e => !head.Contains(e.Key.Text))] };
        return YamlTree.With(rest, $"{CommonKeys.Agreements}.{agreement}", (YamlItem?)null);
    }

    private static bool IsWords(string path) => path.EndsWith("title", StringComparison.Ordinal) || path.EndsWith("source", StringComparison.Ordinal);

    /// <summary>Beside the size, where that is a mapping and the clause does not say it itself.</summary>
    private string Place(string clause, string key) =>
        YamlTree.At(Agreement, SizePath(clause)) is YamlMap && this[$"{CommonKeys.Provisions}.{clause}.{key}"].Length == 0 ? SizePath(clause) : $"{CommonKeys.Provisions}.{clause}";
}

using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Status;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>What became of the agreements of each subject: in force, suspended, places promised, delivered and taken up.</summary>
internal static class StatusSection
{
    public static Html Write(ReportQuestion question)
    {
        var all = question.Subjects.SelectMany(s => new StatusReader(s.Ensemble, question.Base?.Ensemble, s.Compiled?.Experiment.World).Read()
            .Select(status => (Subject: s, Status: status))).ToArray();
        return all.Length == 0 ? Html.Empty : Section.Of("status", "What became of the agreements", Html.Of(
            $"""
            <ul>{all.Select(a => Html.Of($"<li><strong>{Name(question, a.Subject, a.Status)}</strong>: {Words(a.Subject).Of(a.Status)}.</li>\n"))}</ul>
            {Places(question, all)}
            {Direct(question, all)}
            """));
    }

    private static Html Direct(ReportQuestion question, (ReportedVariant Subject, AgreementStatus Status)[] all)
    {
        var lines = question.Base is null ? [] : question.Subjects.Where(s => s.Compiled is not null).SelectMany(s =>
            DirectSize.Of(s.Compiled!.Experiment, question.Base.Ensemble, s.Ensemble, [.. all.Where(a => a.Subject == s).Select(a => a.Status)]).Select(d => (question.Subjects.Count == 1 ? string.Empty : question.LabelOf(s) + ": ") + Words(s).Of(d))).ToArray();
        return lines.Length == 0 ? Html.Empty : Html.Of($"<p><strong>{StatusWords.Direct}</strong></p><ul class=\"caveats\">{lines.Select(l => Html.Of($"<li>{l}.</li>"))}</ul>");
    }

    private static string Name(ReportQuestion question, ReportedVariant subject, AgreementStatus status)
    {
        var title = subject.Scenario?.Instruments.FirstOrDefault(i => i.Id == status.Instrument)?.Title ?? status.Instrument;
        return question.Subjects.Count == 1 ? title : $"{question.LabelOf(subject)}: {title}";
    }

    private static Html Places(ReportQuestion question, (ReportedVariant Subject, AgreementStatus Status)[] all)
    {
        var rows = all.SelectMany(a => a.Status.Clauses.Select(c => Html.Of(
            $"<tr><th scope=\"row\">{(question.Subjects.Count == 1 ? string.Empty : question.LabelOf(a.Subject) + ": ")}{Words(a.Subject).Provision($"{a.Status.Instrument}/{c.Provision}")}</th>{Cells(c.Promised)}{Cells(c.Delivered)}{(c.TakenUp is { } taken ? Cells(taken) : Html.Of($"<td>\u2013</td><td></td>"))}<td>{Words(a.Subject).Series(c.Where)}{(c.With.Count == 0 ? string.Empty : $", together with {string.Join(", ", c.With.Select(Words(a.Subject).Provision))}")}</td></tr>\n"))).ToArray();
        return rows.Length == 0 ? Html.Empty : Section.Table(
            StatusWords.Places,
            ["clause", "promised", "90% interval", "delivered", "90% interval", "taken up", "90% interval", "counted by"],
            rows);
    }

    private static StatusWords Words(ReportedVariant subject) => new(subject.Compiled is { } compiled ? new PlaceWords(compiled.Experiment.World) : null);

    private static Html Cells(Band band) => Html.Of(
        $"{Section.Number(band.Median, FigureText.People(band.Median))}<td class=\"number\">{FigureText.People(band.Lower, band.Upper)}</td>");
}

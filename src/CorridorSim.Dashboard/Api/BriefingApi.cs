using CorridorSim.Analysis;
using CorridorSim.Analysis.Reports;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Shared.Map;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Runs.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api;

/// <summary>Results on two pages, to be printed or sent.</summary>
internal static class BriefingApi
{
    public static void MapBriefings(this RouteGroupBuilder api) =>
        api.MapGet("/runs/{id}/briefing", Write).WithSummary("A run beside its baseline on two pages, as one HTML file; month chooses that of the map");

    /// <exception cref="StudyException">The run has no baseline, or its world is not there any more.</exception>
    private static ContentHttpResult Write(string id, RunStore store, ScenarioCatalogue scenarios, CommandLines commands, HttpContext context, string? month = null, bool save = false)
    {
        var subject = ReportedVariant.Open(store, id, scenarios.Folder);
        var question = ReportQuestion.Of([subject], commands.Report(subject.Run.Manifest.Id));
        if (save)
        {
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"briefing-{subject.Run.Manifest.Id}.html\"";
        }

        return TypedResults.Content(Page(question, month), "text/html; charset=utf-8");
    }

    private static string Page(ReportQuestion question, string? month)
    {
        var subject = question.Subjects[0];
        if (subject.Compiled is not { } compiled || question.Base is null)
        {
            throw new StudyException("a briefing needs a run of a scenario with its baseline, whose world is still there");
        }

        var model = MapModel.Of(compiled.Experiment.World, subject.Ensemble);
        var shown = month is null ? MiddleOfPolicy(subject, model) : model.Months.ToList().IndexOf(month);
        if (shown < 0)
        {
            throw new ArgumentException($"month must be one of the run, {model.Months[0]} to {model.Months[^1]}, not '{month}'", nameof(month));
        }

        return BriefingPage.Write(question, MapDrawing.Draw(model, shown), $"Who moves where in {Analysis.Words.ClauseSentences.Month(subject.Ensemble.FirstMonth + shown)}, with the agreement; median of {subject.Ensemble.Replicates} simulations.");
    }

    /// <summary>The middle of the months in which the scenario's own clauses are in force, where the map shows the world that they act in.</summary>
    private static int MiddleOfPolicy(ReportedVariant subject, MapModel model)
    {
        var months = model.Months.Count;
        var begins = Analysis.Words.ClauseChange.Of(subject.Compiled!.Scenario, subject.Compiled.Parent)[true].Select(c => c.Clause.From).Where(double.IsFinite).DefaultIfEmpty(subject.Ensemble.FirstMonth).Min();
        var first = Math.Clamp((int)Math.Floor(begins) - subject.Ensemble.FirstMonth, 0, months - 1);
        return Math.Clamp((first + months) / 2, 0, months - 1);
    }
}

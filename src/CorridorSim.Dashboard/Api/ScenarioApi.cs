using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.WhatIf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api;

/// <summary>Scenarios: list, sliders, check, what-if.</summary>
internal static class ScenarioApi
{
    public static void MapScenarios(this RouteGroupBuilder api)
    {
        api.MapGet("/scenarios", List).WithSummary("Scenarios that can be run");
        api.MapGet("/scenarios/{name}/levers", Levers).WithSummary("Policy levers and world assumptions of a scenario, with ranges");
        api.MapPost("/scenarios/validate", Validate).WithSummary("Checks a scenario, with settings or as text; every mistake with its place");
        api.MapPost("/what-if", AnswerAsync).WithSummary("Simulates a scenario with some values changed and returns paired effects");
    }

    private static Ok<IReadOnlyList<ScenarioEntry>> List(ScenarioCatalogue scenarios) => TypedResults.Ok(scenarios.List());

    private static Ok<IReadOnlyList<Knob>> Levers(string name, WhatIfService service) => TypedResults.Ok(service.Knobs(name));

    private static Ok<ValidationAnswer> Validate(ValidationRequest request, ScenarioCatalogue scenarios)
    {
        try
        {
            var compiled = request.Text is not null ? scenarios.CompileText(request.Text) : scenarios.Compile(request.Scenario ?? string.Empty, request.Set ?? []);
            return TypedResults.Ok(new ValidationAnswer(true, [], compiled.Scenario.Hash));
        }
        catch (InvalidScenarioException error)
        {
            return TypedResults.Ok(new ValidationAnswer(false, [.. error.Diagnostics.Select(d => d.ToString())], null));
        }
    }

    private static async Task<Ok<WhatIfReply>> AnswerAsync(WhatIfRequest request, WhatIfService service, CancellationToken cancellation)
    {
        var question = new WhatIfQuestion(request.Scenario ?? string.Empty, request.Set ?? new Dictionary<string, double>(), request.Replicates ?? WhatIfQuestion.DefaultReplicates);
        var answer = await service.AnswerAsync(question, cancellation);
        var effects = new Analysis.Effects.Comparison(answer.Baseline, answer.Current).OnHeadline();
        return TypedResults.Ok(new WhatIfReply(
            answer.Compiled.Scenario.Id, answer.BaselineTitle, answer.Current.Replicates, answer.Elapsed.TotalSeconds, [.. effects.Select(EffectAnswer.Of)])
        {
            Apart = [.. answer.Apart.Select(PolicyWorldAnswer.Of)],
        });
    }
}

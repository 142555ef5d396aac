using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Dashboard.Knobs;
using CorridorSim.Dashboard.Pages.WhatIf;
using CorridorSim.Dashboard.Scenarios;
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

    /// <summary>The name of a scenario that a request gives.</summary>
    /// <exception cref="ArgumentException">It gives none.</exception>
    internal static string Named(string? scenario) => scenario is { Length: > 0 } ? scenario : throw new ArgumentException("name a scenario", nameof(scenario));

    private static async Task<Ok<WhatIfReply>> AnswerAsync(WhatIfRequest request, WhatIfService service, CancellationToken cancellation)
    {
        var question = new WhatIfQuestion(Named(request.Scenario), request.Set ?? new Dictionary<string, double>(), request.Replicates ?? WhatIfQuestion.DefaultReplicates);
        var answer = await service.AnswerAsync(question, cancellation);
        var effects = new Analysis.Effects.Comparison(answer.Baseline, answer.Current).OnHeadline();
        return TypedResults.Ok(new WhatIfReply(
            answer.Compiled.Scenario.Id, answer.BaselineTitle, answer.Current.Replicates, answer.Elapsed.TotalSeconds, [.. effects.Select(EffectAnswer.Of)])
        {
            Apart = [.. answer.Apart.Select(PolicyWorldAnswer.Of)],
        });
    }
}

/// <summary>A what-if question.</summary>
public sealed record WhatIfRequest
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Values by path, as <c>/scenarios/{name}/levers</c> lists them.</summary>
    public IReadOnlyDictionary<string, double>? Set { get; init; }

    /// <summary>Replicates, 1 to 1,000; 64 when left out.</summary>
    public int? Replicates { get; init; }
}

/// <summary>The answer to a what-if question.</summary>
/// <param name="Scenario">Identifier of the scenario.</param>
/// <param name="Baseline">Title of what it is compared with.</param>
/// <param name="Replicates">Replicates.</param>
/// <param name="ElapsedSeconds">Time the simulation took, seconds.</param>
/// <param name="Effects">Effects on the headline indicators.</param>
public sealed record WhatIfReply(string Scenario, string Baseline, int Replicates, double ElapsedSeconds, IReadOnlyList<EffectAnswer> Effects)
{
    /// <summary>Policy and world apart, where values of the world were set; else empty.</summary>
    public IReadOnlyList<PolicyWorldAnswer> Apart { get; init; } = [];
}

/// <summary>What policy, world and the two together do to one indicator; the means add up to the whole difference.</summary>
/// <param name="Indicator">The indicator in words.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Policy">The policy in the world of the file.</param>
/// <param name="World">The changed world without the policy.</param>
/// <param name="Joint">How much more, or less, the policy does in the changed world.</param>
public sealed record PolicyWorldAnswer(string Indicator, string Unit, PartAnswer Policy, PartAnswer World, PartAnswer Joint)
{
    /// <summary>Puts an effect into an answer.</summary>
    public static PolicyWorldAnswer Of(PolicyWorldEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new PolicyWorldAnswer(effect.Indicator.Words, effect.Unit, PartAnswer.Of(effect.Policy), PartAnswer.Of(effect.World), PartAnswer.Of(effect.Joint));
    }
}

/// <summary>One part of a difference; null where nothing can be said.</summary>
/// <param name="Mean">Mean over replicates.</param>
/// <param name="Median">Median.</param>
/// <param name="P05">Quantile 0.05.</param>
/// <param name="P95">Quantile 0.95.</param>
/// <param name="Verdict">What can be said about its sign.</param>
public sealed record PartAnswer(double? Mean, double? Median, double? P05, double? P95, string Verdict)
{
    /// <summary>Puts a summary into an answer.</summary>
    public static PartAnswer Of(PairedSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new PartAnswer(
            EffectAnswer.Finite(summary.Mean), EffectAnswer.Finite(summary.Median), EffectAnswer.Finite(summary.P05), EffectAnswer.Finite(summary.P95), summary.Verdict.Name());
    }
}

/// <summary>A scenario to check: a text, or a name with settings.</summary>
public sealed record ValidationRequest
{
    /// <summary>A scenario file; what it extends must be a scenario of this program.</summary>
    public string? Text { get; init; }

    /// <summary>Name of a scenario, when no text is given.</summary>
    public string? Scenario { get; init; }

    /// <summary>Values that replace those of the file, as <c>path=value</c>.</summary>
    public IReadOnlyList<string>? Set { get; init; }
}

/// <summary>What a check found.</summary>
/// <param name="IsValid">True when the scenario can be run.</param>
/// <param name="Mistakes">Mistakes as <c>file:line:column: message</c>.</param>
/// <param name="Hash">Hash of the resolved scenario; null when it is not valid.</param>
public sealed record ValidationAnswer(bool IsValid, IReadOnlyList<string> Mistakes, string? Hash);

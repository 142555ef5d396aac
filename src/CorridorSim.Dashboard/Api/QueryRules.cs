using System.Reflection;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;
using Microsoft.AspNetCore.Http;

namespace CorridorSim.Dashboard.Api;

/// <summary>
/// A query string means one thing or is refused: every name in it is one that the address takes, stands there once, and numbers and truth
/// values are spelt as in JSON. Without it a misspelt name would be passed over, and the answer would be that of another question.
/// </summary>
internal static class QueryRules
{
    /// <summary>Looks at the query before the address answers.</summary>
    public static EndpointFilterDelegate Watch(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var texts = factory.MethodInfo.GetParameters().Where(p => IsText(p.ParameterType)).ToDictionary(p => p.Name!, p => p, StringComparer.OrdinalIgnoreCase);
        return context => Problem(context.HttpContext.Request, texts) is { } problem
            ? ValueTask.FromResult<object?>(TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest))
            : next(context);
    }

    /// <summary>What is wrong with a query; null when nothing is.</summary>
    private static string? Problem(HttpRequest request, Dictionary<string, ParameterInfo> texts)
    {
        foreach (var (name, values) in request.Query)
        {
            if (!texts.TryGetValue(name, out var parameter) || request.RouteValues.ContainsKey(name))
            {
                var known = texts.Keys.Where(n => !request.RouteValues.ContainsKey(n)).ToArray();
                return known.Length == 0 ? $"This address takes no query; leave '{name}' out." : $"Unknown name '{name}' in the query{Suggestion.For(name, known)}";
            }

            if (values.Count > 1 && !parameter.ParameterType.IsArray)
            {
                return $"'{name}' stands in the query {values.Count} times; write it once.";
            }

            var type = Single(parameter.ParameterType);
            if (values.Select(v => Problem(type, v ?? string.Empty)).FirstOrDefault(p => p is not null) is { } problem)
            {
                return $"{name}: {problem}";
            }
        }

        return null;
    }

    private static string? Problem(Type type, string value) =>
        type == typeof(string) ? null
        : type == typeof(bool) ? value is "true" or "false" ? null : $"'{value}' is no truth value; write true or false"
        : !NumberText.TryParse(value, out var number) ? NumberText.Complaint(value)
        : type != typeof(double) && (double.Truncate(number) != number || value.AsSpan().ContainsAny(".eE")) ? $"'{value}' is not a whole number"
        : null;

    private static bool IsText(Type type) => Single(type) == typeof(string) || Single(type).IsPrimitive;

    /// <summary>The type of one value.</summary>
    private static Type Single(Type type) => type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type;
}

using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Dashboard.Shared.Words;

/// <summary>What a reader must know before believing a number.</summary>
internal static class Caveats
{
    /// <summary>The caveat of a scenario: which of its agreements publish no quantity; null for none.</summary>
    public static string? Of(CompiledScenario compiled)
    {
        var silent = compiled.Scenario.Instruments
            .Where(i => i.IsAgreement && i.Provisions.Count > 0 && i.Provisions.All(p => p.IsAssumed)
                && (compiled.Parent is null || compiled.Parent.Instruments.All(p => p.Id != i.Id)))
            .Select(i => TitleText.WithoutRemark(i.Title)).ToArray();
        return silent.Length == 0
            ? null
            : UnpublishedSizes.Of(silent);
    }
}

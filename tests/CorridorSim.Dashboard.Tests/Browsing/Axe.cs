using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>
/// Axe with all its rules on a whole page. It runs in the page, as our pages have no frames, and only what is wrong comes
/// back: the package's own way takes home every element that passes and needs ten times as long.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Rules that a page breaks seriously or critically, each with the first elements that do.</summary>
    public static async Task<string[]> SeriousAsync(IPage page)
    {
        Assert.Equal(0, await page.Locator("iframe, frame").CountAsync());
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync($"() => {{ {Script} }}");
        }

        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))
            """);
    }
}

using CorridorSim.Dashboard.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>The pages.</summary>
internal static class PageExtensions
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(o =>
        {
            o.DisconnectedCircuitMaxRetained = 20;
            o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        });
        return services.AddScoped<BrowserActions>();
    }

    public static void MapPages(this IEndpointRouteBuilder routes) =>
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'");
}

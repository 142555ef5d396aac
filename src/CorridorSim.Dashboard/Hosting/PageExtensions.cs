using CorridorSim.Dashboard.Shared.Frame;
using CorridorSim.Dashboard.Shared.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>The pages.</summary>
internal static class PageExtensions
{
    // Browsers and this program share the cores with simulations: what is slow is not gone.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(o =>
        {
            o.DisconnectedCircuitMaxRetained = 20;
            o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            o.JSInteropDefaultCallTimeout = Patience;
        }).AddHubOptions(o => (o.ClientTimeoutInterval, o.HandshakeTimeout) = (Patience, Patience));
        return services.AddScoped<BrowserActions>().AddScoped<PageAddress>();
    }

    public static void MapPages(this IEndpointRouteBuilder routes) =>
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'");
}

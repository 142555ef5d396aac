using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace CorridorSim.Dashboard.Doors;

/// <summary>
/// Counts wrong access keys of each client address, wherever they are sent. Beyond the limit no key of that address is looked
/// at, the right one included: otherwise the limit would slow the guessing down without ending it. Others are not affected.
/// </summary>
/// <param name="most">Wrong keys of one address in a window, at least 1.</param>
/// <param name="window">Length of a window.</param>
internal sealed class GuessLimit(int most, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetFixedWindowLimiter(
        client,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window, QueueLimit = 0 }));

    /// <summary>True when a key of this client may be looked at; otherwise the request is answered with 429.</summary>
    public Task<bool> MayTryAsync(HttpContext context) => AcquireAsync(context, 0);

    /// <summary>Counts a wrong key; false when it was one too many, and the request is answered with 429.</summary>
    public Task<bool> CountAsync(HttpContext context) => AcquireAsync(context, 1);

    /// <summary>Answers 429 and says when to come again.</summary>
    public static async Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await Results.Problem("Too many requests from this address; wait and try again.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private async Task<bool> AcquireAsync(HttpContext context, int permits)
    {
        using var lease = _limiter.AttemptAcquire(ClientAddress.Of(context.Connection.RemoteIpAddress), permits);
        if (!lease.IsAcquired)
        {
            await RefuseAsync(context, lease);
        }

        return lease.IsAcquired;
    }
}

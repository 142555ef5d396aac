using System.Security.Cryptography;
using System.Text.Encodings.Web;
using CorridorSim.Dashboard.Doors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>
/// Asks for the access key: programs send it as <c>Authorization: Bearer KEY</c>, people type it once and get a cookie
/// that ends with the browser session or with this process.
/// </summary>
internal sealed class AccessGate(DashboardOptions options, GuessLimit guesses, IDataProtectionProvider protection, IAntiforgery antiforgery)
{
    private const string Address = "/access";
    private const string StyleSheet = "/assets/dashboard.css";
    private const string Icon = "/assets/icon.svg";
    private const string CookieName = "corridorsim-access";
    private const string Granted = "granted";

    private readonly AccessKey _key = new(options.AccessKey ?? string.Empty);
    private readonly IDataProtector _protector = protection.CreateProtector("access");

    /// <summary>Lets a request through or refuses it.</summary>
    public async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (path == Address || path == StyleSheet || path == Icon || path == Health.Live || path == Health.Ready)
        {
            await next(context);
        }
        else if (SentKey(context.Request) is { } key)
        {
            if (await IsKeyAsync(context, key))
            {
                await next(context);
            }
            else if (context.Response.StatusCode != StatusCodes.Status429TooManyRequests)
            {
                await DemandAsync(context);
            }
        }
        else if (context.Request.Cookies.TryGetValue(CookieName, out var cookie) && IsGranted(cookie))
        {
            await next(context);
        }
        else if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Redirect(Address);
        }
        else
        {
            await DemandAsync(context);
        }
    }

    /// <summary>Maps the page that asks for the key.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, context => AskAsync(context, string.Empty)).ExcludeFromDescription();
        routes.MapPost(Address, AnswerAsync).ExcludeFromDescription();
    }

    private static async Task DemandAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await Results.Problem("Send the access key as 'Authorization: Bearer KEY'.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await AskAsync(context, "The form had expired; try again.");
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!await IsKeyAsync(context, form["key"].ToString()))
        {
            if (context.Response.StatusCode != StatusCodes.Status429TooManyRequests)
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                await AskAsync(context, "That is not the key.");
            }

            return;
        }

        context.Response.Cookies.Append(
            CookieName,
            _protector.Protect(Granted),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
        context.Response.Redirect("/");
    }

    private async Task AskAsync(HttpContext context, string message)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Access key - CorridorSim</title>
            <link rel="icon" type="image/svg+xml" href="{Icon}"><link rel="stylesheet" href="{StyleSheet}"></head><body class="gate"><main><h1>CorridorSim</h1>
            <form method="post" action="{Address}"><input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">
            <label>Access key <input type="password" name="key" autocomplete="current-password" required autofocus></label>
            <button type="submit">Open</button><p role="alert">{HtmlEncoder.Default.Encode(message)}</p></form></main></body></html>
            """);
    }

    /// <summary>Looks at a key, unless its sender has tried too many; then, and when this one was one too many, 429 is answered.</summary>
    private async Task<bool> IsKeyAsync(HttpContext context, string guess)
    {
        if (!await guesses.MayTryAsync(context))
        {
            return false;
        }

        if (_key.Is(guess))
        {
            return true;
        }

        await guesses.CountAsync(context);
        return false;
    }

    private static string? SentKey(HttpRequest request)
    {
        const string Scheme = "Bearer";
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && (sent.Length == Scheme.Length || sent[Scheme.Length] == ' ') ? sent[Scheme.Length..].Trim() : null;
    }

    private bool IsGranted(string cookie)
    {
        try
        {
            return _protector.Unprotect(cookie) == Granted;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace CorridorSim.Analysis.Reports.Markup;

/// <summary>
/// The frame of every page that is one HTML file. It loads nothing and runs no script; its policy forbids both and allows only its
/// own style sheet, by its hash.
/// </summary>
internal sealed class PageFrame
{
    private readonly string _style;
    private readonly string _digest;

    /// <summary>A frame with some style sheets of this assembly, in their order.</summary>
    public PageFrame(params IEnumerable<string> sheets)
    {
        _style = string.Concat(sheets.Select(Read));
        _digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(_style)));
    }

    /// <summary>The page around its main part.</summary>
    public string Around(string title, Html main) => Html.Of(
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{_digest}'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <style>{Html.OfProgram(_style)}</style>
        </head>
        <body>
        <main>
        {main}
        </main>
        </body>
        </html>

        """).ToString();

    private static string Read(string name)
    {
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

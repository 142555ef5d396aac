using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>A page printed to PDF, read back as words with their places and as pictures, by the tools of poppler.</summary>
internal sealed partial class Paper
{
    private const int Resolution = 50;

    private Paper(IReadOnlyList<Sheet> sheets) => Sheets = sheets;

    /// <summary>The pages.</summary>
    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>All words in the order of printing.</summary>
    public string Text => string.Join(' ', Sheets.SelectMany(s => s.Words).Select(w => w.Text));

    /// <summary>Prints what a tab shows.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="format">A4 or Letter.</param>
    /// <param name="keep">Where to keep the PDF to look at; null for nowhere.</param>
    public static async Task<Paper> PrintAsync(IPage page, string format, string? keep = null)
    {
        var folder = Directory.CreateTempSubdirectory("corridorsim-paper-").FullName;
        var file = keep ?? Path.Combine(folder, "page.pdf");
        await page.PdfAsync(new PagePdfOptions { Path = file, Format = format, PreferCSSPageSize = false, PrintBackground = true });
        await RunAsync("pdftotext", "-bbox", file, Path.Combine(folder, "words.html"));
        await RunAsync("pdftoppm", "-r", Resolution.ToString(CultureInfo.InvariantCulture), file, Path.Combine(folder, "page"));
        var words = await File.ReadAllTextAsync(Path.Combine(folder, "words.html"));
        string[] pictures = [.. Directory.GetFiles(folder, "page-*.ppm").Order(StringComparer.Ordinal)];
        Sheet[] sheets = [.. PageMark().Split(words).Skip(1).Select((text, i) => new Sheet(text, Picture(pictures[i])))];
        Directory.Delete(folder, recursive: true);
        return new Paper(sheets);
    }

    [GeneratedRegex("<page ")]
    private static partial Regex PageMark();

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start; install poppler-utils.");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
    }

    /// <summary>A PPM picture: width, height, three bytes a pixel.</summary>
    private static (int Width, int Height, byte[] Pixels) Picture(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var place = 0;
        string Token()
        {
            var begin = place;
            while (!char.IsWhiteSpace((char)bytes[place]))
            {
                place++;
            }

            return System.Text.Encoding.ASCII.GetString(bytes[begin..place++]);
        }

        Assert.Equal("P6", Token());
        var (width, height) = (int.Parse(Token(), CultureInfo.InvariantCulture), int.Parse(Token(), CultureInfo.InvariantCulture));
        Assert.Equal("255", Token());
        return (width, height, bytes[place..]);
    }

    /// <summary>One page: its size in points, its words, its picture.</summary>
    internal sealed partial class Sheet
    {
        private readonly (int Width, int Height, byte[] Pixels) _picture;

        public Sheet(string text, (int Width, int Height, byte[] Pixels) picture)
        {
            _picture = picture;
            var size = Size().Match(text);
            (Width, Height) = (Number(size.Groups[1]), Number(size.Groups[2]));
            Words =
            [
                .. WordMark().Matches(text).Select(m => new Word(
                    System.Net.WebUtility.HtmlDecode(m.Groups[5].Value), Number(m.Groups[1]), Number(m.Groups[2]), Number(m.Groups[3]), Number(m.Groups[4]))),
            ];
        }

        public double Width { get; }

        public double Height { get; }

        public IReadOnlyList<Word> Words { get; }

        /// <summary>Pixels of a colour, neither white nor grey, in a part of the page given in points.</summary>
        public int Coloured(double left, double top, double right, double bottom)
        {
            var count = 0;
            var scale = _picture.Width / Width;
            for (var y = (int)(Math.Max(0, top) * scale); y < Math.Min(_picture.Height, bottom * scale); y++)
            {
                for (var x = (int)(Math.Max(0, left) * scale); x < Math.Min(_picture.Width, right * scale); x++)
                {
                    var pixel = _picture.Pixels.AsSpan(3 * ((y * _picture.Width) + x), 3);
                    count += Math.Max(pixel[0], Math.Max(pixel[1], pixel[2])) - Math.Min(pixel[0], Math.Min(pixel[1], pixel[2])) > 24 ? 1 : 0;
                }
            }

            return count;
        }

        private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

        [GeneratedRegex("""width="([0-9.]+)" height="([0-9.]+)">""")]
        private static partial Regex Size();

        [GeneratedRegex("""<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*?)</word>""")]
        private static partial Regex WordMark();
    }

    /// <summary>A word and its place in points from the upper left.</summary>
    internal sealed record Word(string Text, double Left, double Top, double Right, double Bottom);
}

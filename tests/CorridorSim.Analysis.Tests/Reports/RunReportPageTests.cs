using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Runs.Store;

namespace CorridorSim.Analysis.Tests.Reports;

public sealed class RunReportPageTests(ReportedRun run) : IClassFixture<ReportedRun>
{
    private const string Scenario = "us-panama-2022";
    private const string Parent = "americas-history";

    [Theory]
    [InlineData("deaths")]
    [InlineData("irregular-entries:COL>PAN")]
    [InlineData("admissions:usa-resettlement")]
    public void Figures_equal_those_worked_out_from_the_exported_csv(string indicator)
    {
        var row = Regex.Match(run.Page, $"<tr data-indicator=\"{Regex.Escape(WebUtility.HtmlEncode(indicator))}\">.*?</tr>", RegexOptions.Singleline).Value;
        var shown = Regex.Matches(row, "data-value=\"([^\"]+)\"").Select(m => Number(m.Groups[1].Value)).ToArray();

        var (before, after) = (Totals(indicator, Parent), Totals(indicator, Scenario));
        Assert.Equal(3, shown.Length);
        Assert.Equal(Quantiles.Median(before), shown[0], 1e-6);
        Assert.Equal(Quantiles.Median(after), shown[1], 1e-6);
        Assert.Equal(Quantiles.Median([.. after.Zip(before, (a, b) => a - b)]), shown[2], 1e-6);
    }

    [Fact]
    public void Every_indicator_that_was_recorded_is_shown_when_it_is_asked_for()
    {
        var asked = RecordedIndicators.WithSums(run.Variant.Ensemble.Series.Select(s => s.Key)).GroupBy(n => (n.Variable, HasPlace: n.Where is not null)).Select(g => g.First()).ToArray();

        var page = RunReportPage.Write(ReportQuestion.Of([run.Variant], "corridorsim report latest") with { Indicators = asked });

        var section = Regex.Match(page, "<h2 id=\"indicators\">.*?</section>", RegexOptions.Singleline).Value;
        Assert.Equal(asked.Select(n => n.ToString()), Regex.Matches(section, "data-indicator=\"([^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)));
        Assert.Equal(asked.Length, Regex.Count(section, "<figure id=\"asked-level-"));
        Assert.Contains("<th scope=\"row\">Mean wait, ", section, StringComparison.Ordinal);
        var identifiers = Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(identifiers.Distinct(), identifiers);
        Assert.DoesNotContain("id=\"indicators\"", run.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Odds_count_the_replicates_of_the_exported_csv()
    {
        var fewer = Totals("deaths", Scenario).Zip(Totals("deaths", Parent), (a, b) => a - b).Count(d => d < 0);

        Assert.InRange(fewer, 5, 8);
        Assert.Contains(fewer == 8 ? "All 8 simulations agree." : $"ower in {fewer} of 8 simulations", run.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_a_chart_equal_the_monthly_quantiles_of_the_exported_csv()
    {
        var figure = Regex.Match(run.Page, "<figure id=\"level-irregular-entries_58_COL_62_PAN\">.*?</figure>", RegexOptions.Singleline).Value;
        var month = Regex.Match(figure, "<th scope=\"row\">2022-12</th>(.*?)</tr>").Groups[1].Value;
        var shown = Regex.Matches(month, "data-value=\"([^\"]+)\"").Select(m => Number(m.Groups[1].Value)).ToArray();

        double[] known = [.. new[] { Parent, Scenario }.SelectMany(variant => Expected(run.Csv.Where(r =>
            r.Variable == "irregular-entries" && r.Where == "COL>PAN" && r.Nationality == "ALL" && r.Month == "2022-12" && r.Variant == variant).Select(r => r.Value)))];
        // Three quantiles of each variant, then what was observed.
        Assert.Equal(7, shown.Length);
        Assert.All(known.Zip(shown), p => Assert.Equal(p.First, p.Second, 1e-9 * Math.Abs(p.First)));

        static double[] Expected(IEnumerable<double> values)
        {
            var band = Quantiles.Interval([.. values]);
            return [band.Median, band.Lower, band.Upper];
        }
    }

    [Fact]
    public void Nothing_in_the_page_loads_or_runs_and_its_policy_forbids_both()
    {
        Assert.DoesNotMatch("<(script|link|img|iframe|object|embed|video|audio|source|base|form|use|image)\\b", run.Page);
        Assert.DoesNotMatch("\\s(src|srcset|action|on[a-z]+|style|xlink:href)\\s*=\\s*\"", run.Page);
        Assert.All(Regex.Matches(run.Page, "href=\"([^\"]*)\"").Select(m => m.Groups[1].Value), target => Assert.StartsWith("#", target, StringComparison.Ordinal));
        var style = Regex.Match(run.Page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        Assert.DoesNotMatch("url\\(|@import", style);
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"content=\"default-src 'none'; style-src 'sha256-{WebUtility.HtmlEncode(digest)}';", run.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_title_is_shown_and_does_nothing()
    {
        Assert.DoesNotContain("<script", run.Page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(WebUtility.HtmlEncode(ReportedRun.HostileTitle), run.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_has_a_title_and_a_description_and_identifiers_are_unique()
    {
        var charts = Regex.Matches(run.Page, "<svg .*?</svg>", RegexOptions.Singleline).Select(m => m.Value).ToArray();

        Assert.True(charts.Length >= 8);
        Assert.All(charts, c => Assert.Matches("<title id=\"[^\"]+\">[^<]+</title><desc id=\"[^\"]+\">[^<]+</desc>", c));
        var ids = Regex.Matches(run.Page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Regex.Matches(run.Page, "aria-labelledby=\"([^\"]+)\"").SelectMany(m => m.Groups[1].Value.Split(' ')), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Assumed_sizes_stand_with_range_and_source_and_the_missing_quantity_is_said_where_findings_stand()
    {
        var findings = run.Page[run.Page.IndexOf("id=\"findings\"", StringComparison.Ordinal)..run.Page.IndexOf("id=\"figures\"", StringComparison.Ordinal)];

        Assert.Contains("states no quantity", findings, StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">referrals</th>.*400.*0 to 2,000.*assumed.*October 2022.*US Department of State", run.Page);
        Assert.Contains(run.Run.Manifest.ResultHash, run.Page, StringComparison.Ordinal);
        Assert.Contains($"corridorsim report {run.Run.Manifest.Id} --out report.html", run.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_runs_are_held_against_their_common_parent()
    {
        var second = run.Open((await run.KeepAsync("20220419", "agreements.us-panama.provisions.referrals.places-per-month.value=900", "id=larger")).Manifest.Id);

        var question = ReportQuestion.Of([run.Variant, second], "corridorsim report a b");
        var page = RunReportPage.Write(question);

        Assert.Equal((Parent, 2), (question.Base?.Name, question.Subjects.Count));
        Assert.Contains("2 scenarios compared", page, StringComparison.Ordinal);
        Assert.Contains("Median effects side by side", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_with_different_seeds_are_not_compared()
    {
        var other = run.Open((await run.KeepAsync("7")).Manifest.Id);

        var question = ReportQuestion.Of([run.Variant, other], "corridorsim report a b");

        Assert.Contains("replicates are not paired", question.Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_whose_world_is_gone_is_reported_without_its_assumptions()
    {
        var variant = run.Open(run.Run.Manifest.Id, Path.GetTempPath());

        var page = RunReportPage.Write(ReportQuestion.Of([variant], "corridorsim report a"));

        Assert.Contains("assumptions cannot be listed", page, StringComparison.Ordinal);
        Assert.Contains(" of 8 simulations", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_variant_is_refused_with_those_there_are()
    {
        var refusal = Assert.Throws<RunNotFoundException>(() => run.Open($"{run.Run.Manifest.Id}:nothing"));

        Assert.Contains($"it has {Scenario}, {Parent}", refusal.Message, StringComparison.Ordinal);
    }

    private double[] Totals(string indicator, string variant)
    {
        var parts = indicator.Split(':');
        return
        [
            .. run.Csv.Where(r => r.Variable == parts[0] && (parts.Length == 1 || r.Where == parts[1]) && r.Nationality == "ALL" && r.Variant == variant)
                .GroupBy(r => r.Replicate).OrderBy(g => g.Key).Select(g => g.Sum(r => r.Value)),
        ];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

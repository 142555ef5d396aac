using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Model;
using CorridorSim.Model.Policy;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using BarMarker = Plotly.Blazor.Traces.BarLib.Marker;
using XTitle = Plotly.Blazor.LayoutLib.XAxisLib.Title;
using YTitle = Plotly.Blazor.LayoutLib.YAxisLib.Title;

namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>
/// Draws a chart with Plotly: dark ink on white, as it is saved; on the screen the style sheet puts the colours of the
/// theme in their place.
/// </summary>
public static class PlotlyFigure
{
    private const int NearMonths = 9;
    private const int RowHeight = 13;
    private const string PerCent = ",.3~p";
    private const string AfterTheFit = "after the fit: not tested";
    private const string Ink = "#222222";
    private const string Grid = "#e2e2e2";
    private const string Unseen = "rgba(0,0,0,0)";

    /// <summary>What the reader can do with a chart: hover, zoom by dragging, and back by a double click.</summary>
    public static Config Config() => new() { Responsive = true, DisplayLogo = false, DisplayModeBar = Plotly.Blazor.ConfigLib.DisplayModeBarEnum.False };

    /// <summary>Lines, areas or bars.</summary>
    public static IList<ITrace> Traces(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var x = Axis(spec);
        return spec.Kind switch
        {
            ChartKind.Waterfall => [.. spec.Series.Select(s => Steps(spec, s))],
            ChartKind.Bars => [.. spec.Series.Select(s => Bars(spec, s))],
            ChartKind.Stack => [.. spec.Series.Select(s => Area(x, s, Format(spec)))],
            ChartKind.Points => [.. spec.Series.Select(s => Points(x, s, Format(spec)))],
            _ => [.. spec.Series.SelectMany(s => Band(x, s)), .. spec.Series.Select(s => s.IsRecord ? Points(x, s, Format(spec)) : Line(x, s, Format(spec)))],
        };
    }

    /// <summary>Axes, legend and marks.</summary>
    public static Layout Layout(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var isBars = spec.Kind is ChartKind.Bars or ChartKind.Waterfall;
        var isMonthly = ChartTable.IsMonthly(spec);
        return new Layout
        {
            AutoSize = true,
            PaperBgColor = "#ffffff",
            PlotBgColor = Unseen,
            Font = new Font { Color = Ink, Size = 12, Family = "system-ui, sans-serif" },
            Margin = new Margin { L = isBars ? 10 : 66, R = 12, T = spec.Marks.Count == 0 ? 8 : Rows(spec.Marks).Max() == 0 ? 22 : 34, B = spec.Across is null && !isBars ? 34 : 48 },
            ShowLegend = spec.Series.Count > 1 || Shade(spec) is not null,
            Legend =
            [
                new Legend
                {
                    // At the foot of the whole drawing: there it stays when the window grows or shrinks.
                    Orientation = Plotly.Blazor.LayoutLib.LegendLib.OrientationEnum.H, TraceGroupGap = 2, X = 0, Y = 0,
                    XRef = Plotly.Blazor.LayoutLib.LegendLib.XRefEnum.Container, YRef = Plotly.Blazor.LayoutLib.LegendLib.YRefEnum.Container,
                    YAnchor = Plotly.Blazor.LayoutLib.LegendLib.YAnchorEnum.Bottom, BgColor = Unseen,
                    // An empty line above the words leaves room for those of the axis.
                    Title = new Plotly.Blazor.LayoutLib.LegendLib.Title { Text = "\u00a0", Side = Plotly.Blazor.LayoutLib.LegendLib.TitleLib.SideEnum.Top },
                },
            ],
            HoverMode = isBars ? HoverModeEnum.Closest : HoverModeEnum.XUnified,
            BarMode = BarModeEnum.Group,
            XAxis =
            [
                new XAxis
                {
                    // Dots would widen the axis beyond the months, and charts beside each other would no longer line up.
                    Range = isMonthly && spec.Series.Any(s => s.IsRecord) && spec.Categories.Count > 1 ? [ChartTable.FirstDay(spec.Categories[0]), ChartTable.FirstDay(spec.Categories[^1])] : null,
                    Type = isMonthly ? Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Date : null,
                    GridColor = Grid, ZeroLineColor = "#888888", ShowGrid = isBars, AutoMargin = null,
                    // Ticks that nobody sees keep the words of the two axes apart in their corner.
                    Ticks = Plotly.Blazor.LayoutLib.XAxisLib.TicksEnum.Outside, TickLen = 6, TickColor = Unseen,
                    TickFormat = isBars && spec.Unit == Units.Share ? PerCent : null,
                    Title = isBars ? new XTitle { Text = spec.Unit, Standoff = 4 } : spec.Across is { } across ? new XTitle { Text = across, Standoff = 4 } : null,
                },
            ],
            YAxis =
            [
                new YAxis
                {
                    GridColor = Grid, ZeroLineColor = "#888888",
                    Ticks = Plotly.Blazor.LayoutLib.YAxisLib.TicksEnum.Outside, TickLen = 6, TickColor = Unseen,
                    RangeMode = Plotly.Blazor.LayoutLib.YAxisLib.RangeModeEnum.ToZero,
                    AutoMargin = isBars ? Plotly.Blazor.LayoutLib.YAxisLib.AutoMarginFlag.True : null,
                    TickFormat = isBars || spec.Unit != Units.Share ? null : PerCent,
                    Title = isBars ? null : new YTitle { Text = spec.Unit, Standoff = 6 },
                },
            ],
            Shapes = [.. new[] { Shade(spec) }.OfType<Shape>(), .. spec.Marks.Select(m => Mark(m))],
            Annotations = [.. spec.Marks.Zip(Rows(spec.Marks), Word)],
        };
    }

    private static List<object> Axis(ChartSpec spec) =>
        [.. spec.Categories.Select(c => ChartTable.IsMonthly(spec) ? (object)ChartTable.FirstDay(c) : c)];

    /// <summary>How numbers are written where the pointer is.</summary>
    private static string Format(ChartSpec spec) => spec.Unit == Units.Share ? PerCent : ",.4~g";

    private static Scatter Line(List<object> x, ChartSeries s, string format) => new()
    {
        X = x,
        Y = Values(s.Values),
        Name = s.Name,
        Mode = ModeFlag.Lines,
        LegendGroup = s.Name,
        Line = new Line { Color = s.Color, Width = 2.6m, Dash = s.IsDashed ? "dash" : null },
        HoverTemplate = $"%{{y:{format}}}",
    };

    private static IEnumerable<ITrace> Band(List<object> x, ChartSeries s)
    {
        if (s.Lower is null || s.Upper is null)
        {
            yield break;
        }

        var outline = BandOutline.Of(s.Lower, s.Upper);
        yield return new Scatter
        {
            X = [.. outline.Select(c => c.Place is { } place ? x[place] : null!)],
            Y = [.. outline.Select(c => (object)c.Value!)],
            Fill = FillEnum.ToSelf,
            FillColor = Palette.Faded(s.Color, 0.22),
            // The edge carries the contrast that so light an area has not.
            Line = new Line { Color = s.Color, Width = 1 },
            Mode = ModeFlag.Lines,
            Name = s.Name,
            LegendGroup = s.Name,
            ShowLegend = false,
            HoverInfo = HoverInfoFlag.Skip,
        };
    }

    private static Scatter Area(List<object> x, ChartSeries s, string format) => new()
    {
        X = x,
        Y = Values(s.Values),
        Name = s.Name,
        Mode = ModeFlag.Lines,
        LegendGroup = s.Name,
        StackGroup = "all",
        FillColor = Palette.Faded(s.Color, 0.75),
        Line = new Line { Color = s.Color, Width = 0.5m },
        HoverTemplate = $"%{{y:{format}}}",
    };

    private static Scatter Points(List<object> x, ChartSeries s, string format) => new()
    {
        X = x,
        Y = Values(s.Values),
        Name = s.Name,
        Mode = ModeFlag.Markers,
        ClipOnAxis = false,
        Marker = new Marker { Color = s.Color, Size = s.IsRecord ? 5 : 7 },
        HoverTemplate = s.IsRecord ? $"%{{y:{format}}}" : $"%{{x}}: %{{y:{format}}}",
    };

    private static Bar Bars(ChartSpec spec, ChartSeries s) => new()
    {
        Y = [.. spec.Categories.Cast<object>().Reverse()],
        X = [.. Values(s.Values).AsEnumerable().Reverse()],
        Name = s.Name,
        Orientation = Plotly.Blazor.Traces.BarLib.OrientationEnum.H,
        Marker = new BarMarker { Color = s.Color },
        HoverTemplate = $"%{{x:{Format(spec)}}}",
        ErrorX = s.Lower is null || s.Upper is null ? null : new Plotly.Blazor.Traces.BarLib.ErrorX
        {
            Type = Plotly.Blazor.Traces.BarLib.ErrorXLib.TypeEnum.Data,
            Symmetric = false,
            Array = [.. s.Upper.Zip(s.Values, (u, v) => (object)Math.Max(0, u - v)).Reverse()],
            ArrayMinus = [.. s.Lower.Zip(s.Values, (l, v) => (object)Math.Max(0, v - l)).Reverse()],
            Color = "#666666",
            Thickness = 1.5m,
        },
    };

    /// <summary>Bars that begin where the one before ended, coloured by their sign; the last begins at zero.</summary>
    private static Bar Steps(ChartSpec spec, ChartSeries s)
    {
        var bar = Bars(spec, s);
        var begins = new double[s.Values.Length];
        for (var i = 1; i < begins.Length - 1; i++)
        {
            begins[i] = begins[i - 1] + s.Values[i - 1];
        }

        bar.Base = null;
        bar.BaseArray = [.. begins.Reverse().Select(b => (object)b)];
        bar.Marker = new BarMarker { ColorArray = [.. s.Values.Reverse().Select((v, i) => (object)(i == 0 ? "#7a7a7a" : v >= 0 ? Palette.Wider : Palette.Narrower))] };
        bar.HoverTemplate = "%{y}";
        return bar;
    }

    // JSON has no not-a-number: a gap is null.
    private static List<object> Values(double[] values) => [.. values.Select(v => double.IsFinite(v) ? (object)v : null!)];

    /// <summary>The months after the fit, from the middle between the last that was fitted and the next.</summary>
    private static Shape? Shade(ChartSpec spec) => spec.FittedTo is { } last && ChartTable.IsMonthly(spec) && spec.Categories.Count > 0
        && string.CompareOrdinal(last, spec.Categories[^1]) < 0
        ? new Shape
        {
            Type = Plotly.Blazor.LayoutLib.ShapeLib.TypeEnum.Rect,
            X0 = string.CompareOrdinal(last, spec.Categories[0]) < 0 ? $"{spec.Categories[0]}-01" : $"{last}-15",
            X1 = $"{spec.Categories[^1]}-01",
            Y0 = 0,
            Y1 = 1,
            YRef = "paper",
            Layer = Plotly.Blazor.LayoutLib.ShapeLib.LayerEnum.Below,
            FillColor = "rgba(128,128,128,0.16)",
            Line = new Plotly.Blazor.LayoutLib.ShapeLib.Line { Width = 0 },
            Name = AfterTheFit,
            ShowLegend = true,
        }
        : null;

    private static Shape Mark(ChartMark mark) => new()
    {
        Type = Plotly.Blazor.LayoutLib.ShapeLib.TypeEnum.Line,
        X0 = $"{mark.Month}-01",
        X1 = $"{mark.Month}-01",
        Y0 = 0,
        Y1 = 1,
        YRef = "paper",
        Line = new Plotly.Blazor.LayoutLib.ShapeLib.Line { Color = "#888888", Width = 1, Dash = "dot" },
    };

    /// <summary>Words that would run into those before them stand a row higher.</summary>
    private static int[] Rows(IReadOnlyList<ChartMark> marks)
    {
        var rows = new int[marks.Count];
        for (var i = 1; i < rows.Length; i++)
        {
            var isNear = CalendarMonth.TryParse(marks[i - 1].Month, out var before) && CalendarMonth.TryParse(marks[i].Month, out var month) && month - before < NearMonths;
            rows[i] = isNear ? 1 - rows[i - 1] : 0;
        }

        return rows;
    }

    private static Annotation Word(ChartMark mark, int row) => new()
    {
        YShift = row * RowHeight,
        X = $"{mark.Month}-01",
        Y = 1,
        YRef = "paper",
        YAnchor = Plotly.Blazor.LayoutLib.AnnotationLib.YAnchorEnum.Bottom,
        ShowArrow = false,
        Text = System.Net.WebUtility.HtmlEncode(mark.Words),
        Font = new Plotly.Blazor.LayoutLib.AnnotationLib.Font { Size = 11, Color = Ink },
    };
}

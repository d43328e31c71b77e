namespace Ionolith.Reports.Html;

/// <summary>Colours and type of the report.</summary>
/// <remarks>
/// Curves: Okabe and Ito, "Color Universal Design" (2008). Stacked areas: the muted scheme of P. Tol, "Colour Schemes" (SRON/EPS/TN/09-002).
/// Both stay apart for readers with any of the usual colour-vision deficiencies.
/// </remarks>
internal static class Palette
{
    public const string Font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";
    public const string Ink = "#1d2733";
    public const string Muted = "#566270";
    public const string Grid = "#e7eaee";
    public const string AxisLine = "#9aa4b0";
    public const string Blue = "#0072b2";
    public const string Vermilion = "#d55e00";
    public const string Green = "#009e73";
    public const string Grey = "#7a8592";

    private static readonly string[] Curves = [Blue, Vermilion, Green, "#cc79a7", "#e69f00", "#56b4e9", "#000000"];

    private static readonly string[] Areas =
        ["#88ccee", "#332288", "#ddcc77", "#117733", "#cc6677", "#44aa99", "#882255", "#999933", "#aa4499", "#6699cc", "#661100", "#888888"];

    // Four stops of viridis (S. van der Walt and N. Smith, CC0) without its yellow end, which is lost on white.
    private static readonly (int R, int G, int B)[] Stops = [(0x44, 0x01, 0x54), (0x3b, 0x52, 0x8b), (0x21, 0x91, 0x8c), (0x5e, 0xc9, 0x62)];

    /// <summary>Colour of a place in a sequence, from the first (0) to the last (1).</summary>
    public static string Sequence(double place)
    {
        var at = Math.Clamp(place, 0, 1) * (Stops.Length - 1);
        var low = Math.Min((int)at, Stops.Length - 2);
        int Mix(int a, int b) => (int)Math.Round(a + ((b - a) * (at - low)));
        var (from, to) = (Stops[low], Stops[low + 1]);
        return $"#{Mix(from.R, to.R):x2}{Mix(from.G, to.G):x2}{Mix(from.B, to.B):x2}";
    }

    public static string Curve(int index) => Curves[index % Curves.Length];

    public static string Area(int index) => Areas[index % Areas.Length];
}

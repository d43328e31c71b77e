using Ionolith.Cells.Ageing;
using Ionolith.Reports.Files;
using Ionolith.Reports.Theory;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Reports.Tests.Theory;

/// <summary>The figures of the theory are of every law, right, and current.</summary>
public sealed class TheoryFiguresTests
{
    private static readonly IReadOnlyList<TheoryFigure> Figures = TheoryFigures.All();

    [Fact]
    public void Every_law_of_ageing_has_a_figure_and_says_where_it_holds()
    {
        Assert.Empty(AgeingLaws.All.Select(c => c.Law).Except(Figures.Select(f => f.Name), StringComparer.Ordinal));
        Assert.DoesNotContain(AgeingLaws.All, c => c.Validity.Length == 0);
        Assert.Equal(Figures.Count, Figures.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Each point of a closed form lies on one curve of its figure, which is integrated.</summary>
    [Fact]
    public void Integrated_curves_pass_through_the_solutions_in_closed_form()
    {
        var exact = Figures.Select(f => (Figure: f, Points: f.Curves.SingleOrDefault(c => c is { IsPoints: true, Name: "closed form" }))).Where(f => f.Points is not null).ToList();

        Assert.True(exact.Count >= 12, $"{exact.Count} figures have a closed form");
        Assert.All(exact, f => Assert.Contains(f.Figure.Curves, c => !c.IsPoints && Misses(f.Figure, c, f.Points!) < 0.01));
    }

    [Fact]
    public void Page_and_figures_are_what_the_program_computes()
    {
        Assert.Null(WrittenText.FirstDifference(RepositoryText.Of("docs/theory/mechanisms.md"), TheoryPage.Write(Figures)));
        Assert.All(Figures, f => Assert.Null(WrittenText.FirstDifference(RepositoryText.Of($"docs/theory/figures/{f.Name}.svg"), SvgFigure.Write(f))));
    }

    [Fact]
    public void A_figure_is_drawn_alike_twice_and_has_its_titles_and_curves()
    {
        var figure = new TheoryFigure("f", "time / h", "thickness / nm", "", [new TheoryCurve("thin", [1, 2, 3], [1, double.NaN, 4]), new TheoryCurve("seen", [2], [2], IsPoints: true)]) { YLogarithmic = true };

        string svg = SvgFigure.Write(figure);

        Assert.Equal(svg, SvgFigure.Write(figure));
        Assert.All((string[])["time / h", "thickness / nm", "thin", "seen"], part => Assert.Contains(part, svg, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new double[] { 1, 10, 100, 1000 }, true)]
    [InlineData(new double[] { 1, 10, 100, double.NaN }, true)] // has ended
    [InlineData(new double[] { 1, 10, double.NaN, 1000 }, false)]
    [InlineData(new double[] { 1.2, 10, 100, 1000 }, false)] // small only on a linear axis
    [InlineData(new double[] { 1, double.NaN, double.NaN, double.NaN }, false)] // nothing to compare
    public void A_curve_misses_where_it_lies_beside_the_points_on_the_axes_as_drawn_or_has_a_hole(double[] y, bool passes)
    {
        double[] x = [1, 10, 100, 1000];
        var points = new TheoryCurve("closed form", x, x, IsPoints: true);
        var figure = new TheoryFigure("f", "x", "y", "", [points]) { XLogarithmic = true, YLogarithmic = true };

        Assert.Equal(passes, Misses(figure, new TheoryCurve("c", x, y), points) < 0.01);
    }

    // Largest distance over the span of the points, both along the axis as it is drawn. Points beyond the end of a curve are left out, a hole within it is a miss.
    private static double Misses(TheoryFigure figure, TheoryCurve curve, TheoryCurve points)
    {
        double Height(double y) => figure.YLogarithmic ? Math.Log(y) : y;
        double end = curve.X.Where((_, i) => double.IsFinite(curve.Y[i])).DefaultIfEmpty(double.NegativeInfinity).Max();
        (double X, double Y)[] within = [.. points.X.Zip(points.Y).Where(p => p.First <= end * (1 + 1e-12))];
        if (within.Length < 3)
        {
            return double.PositiveInfinity;
        }

        double span = points.Y.Max(Height) - points.Y.Min(Height);
        return within.Max(p => Math.Abs(At(figure, curve, p.X, Height) - Height(p.Y)) is var miss && double.IsNaN(miss) ? double.PositiveInfinity : miss) / span;
    }

    // A curve is read between its own points, straight on the axes as they are drawn; on a point it is that point.
    private static double At(TheoryFigure figure, TheoryCurve curve, double x, Func<double, double> height)
    {
        double Along(double v) => figure.XLogarithmic ? Math.Log(v) : v;
        int i = Math.Clamp(curve.X.Count(v => v <= x) - 1, 0, curve.X.Count - 2);
        double share = (Along(x) - Along(curve.X[i])) / (Along(curve.X[i + 1]) - Along(curve.X[i]));
        double left = height(curve.Y[i]), right = height(curve.Y[i + 1]);
        return Math.Abs(share) < 1e-9 ? left : Math.Abs(1 - share) < 1e-9 ? right : left + (share * (right - left));
    }
}

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

    // Largest distance over the span of the points; a curve is read between its own points.
    private static double Misses(TheoryFigure figure, TheoryCurve curve, TheoryCurve points)
    {
        double span = points.Y.Max() - points.Y.Min();
        return points.X.Zip(points.Y, (x, y) => Math.Abs(At(figure, curve, x) - y)).Max() / span;
    }

    private static double At(TheoryFigure figure, TheoryCurve curve, double x)
    {
        int i = Math.Clamp(curve.X.Count(v => v <= x) - 1, 0, curve.X.Count - 2);
        double Scale(double v) => figure.XLogarithmic ? Math.Log(v) : v;
        double share = (Scale(x) - Scale(curve.X[i])) / (Scale(curve.X[i + 1]) - Scale(curve.X[i]));
        return curve.Y[i] + (share * (curve.Y[i + 1] - curve.Y[i]));
    }
}

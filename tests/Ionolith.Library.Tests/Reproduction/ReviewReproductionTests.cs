using System.Globalization;
using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction;

/// <summary>What must hold for every claim of the review that is computed.</summary>
public sealed class ReviewReproductionTests
{
    private static readonly IReadOnlyList<ClaimRow> Computed = [.. ReviewLibrary.List().Where(r => r.Claim.Compute is not null)];
    private static readonly Laboratory Laboratory = new();

    public static TheoryData<string> ComputedIds => [.. Computed.Select(r => r.Id)];

    public static TheoryData<string> CalibratedIds => [.. Computed.Where(r => r.Claim.Role == ClaimRole.Calibrated).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(ComputedIds))]
    public void It_can_be_computed(string id)
    {
        var result = ReproductionRun.Compute(Row(id), Laboratory);

        Assert.True(result.State.Status == ClaimStatus.Computed, result.State.Reason);
        Assert.True(double.IsFinite(result.Computed));
        Assert.Equal(Row(id).Claim.Figure is null, result.Holds is not null);
    }

    [Theory]
    [MemberData(nameof(ComputedIds))]
    public void Its_figure_moves_with_a_value_of_the_files(string id)
    {
        var measurement = Row(id).Claim.Compute!;
        double figure = measurement.Measure(Laboratory).Value;

        // What was fitted, and what ages, moves a figure soonest: thousands of cycles are not run for every area and density.
        string[] fitted = [.. Row(id).Claim.Calibrates.Select(c => c.Path)];
        var values = Subjects(measurement).SelectMany(Laboratory.Values).Where(v => v.Place.Length > 0).DistinctBy(v => v.Place, StringComparer.Ordinal)
            .OrderByDescending(v => fitted.Contains(v.Path, StringComparer.Ordinal)).ThenByDescending(v => v.Path.Contains(".ageing.", StringComparison.Ordinal));
        Assert.True(values.Any(v => Moves(measurement, v, figure)), "no value of the files changes the figure");
    }

    [Fact]
    public void A_cycle_life_tells_where_it_ends_and_what_the_capacity_is_lost_to()
    {
        var result = ReproductionRun.Compute(Row("anode-free-carbon-paper/cycle-life"), Laboratory);

        Assert.Matches("^less than 80 % from cycle (49|50)[0-9]{2} on; what is lost by cycle 6000: 100 % by lithium at 'host'$", result.State.Reason);
    }

    [Theory]
    [MemberData(nameof(CalibratedIds))]
    public void A_calibrated_figure_is_met_and_its_values_are_named_and_marked(string id)
    {
        var row = Row(id);

        Assert.NotEmpty(row.Claim.Calibrates);
        Assert.InRange(ReproductionRun.Compute(row, Laboratory).Deviation, -0.01, 0.01);
        Assert.All(row.Claim.Calibrates, c =>
        {
            var value = Assert.Single(Laboratory.Values(new MeasuredSubject(c.IsCell, c.Name, [])), v => string.Equals(v.Path, c.Path, StringComparison.Ordinal));
            Assert.Equal(ValueRole.Calibrated, value.Role);
            Assert.Contains(id, value.Source, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Fitting_again_gives_the_figures_and_values_that_the_files_have()
    {
        // Figures over many cycles are fitted again by 'reproduce --fit', which takes minutes; that they are met is tested above.
        ClaimRow[] quick = [.. Computed.Where(r => r.Claim.Kind != ClaimKind.Durability)];
        var fits = ClaimFit.Fit(quick, Laboratory);

        Assert.Equal(quick.Count(r => r.Claim.Role == ClaimRole.Calibrated), fits.Count);
        Assert.All(fits, fit =>
        {
            Assert.Equal("", fit.Problem);
            var figure = fit.Row.Claim.Figure!;
            double target = double.IsFinite(figure.Upper) ? 0.5 * (figure.Lower + figure.Upper) : figure.Lower;
            Assert.InRange(fit.FigureFitted / target, 0.999, 1.001);
            Assert.InRange(fit.FigureAsWritten / target, 0.99, 1.01);
        });
    }

    [Fact]
    public void A_value_that_was_moved_away_is_fitted_back()
    {
        var row = Row("limocl4/rate");
        var value = row.Claim.Calibrates.Single();
        string place = Laboratory.Values(new MeasuredSubject(value.IsCell, value.Name, [])).Single(v => string.Equals(v.Path, value.Path, StringComparison.Ordinal)).Place;
        var moved = new Laboratory();
        double before = row.Claim.Compute!.Measure(moved).Value;
        double away = row.Claim.Compute.Measure(moved.With(new Dictionary<string, string>(StringComparer.Ordinal) { [place] = "3e-14 m2/s" })).Value;

        Assert.True(Math.Abs(away - before) > 0.03);
        var fit = Assert.Single(ClaimFit.Fit([row], moved));
        Assert.InRange(Number(fit.Values[0].Fitted) / Number(fit.Values[0].Written), 0.9, 1.1);
    }

    private static ClaimRow Row(string id) => Computed.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));

    private static IEnumerable<MeasuredSubject> Subjects(IMeasurement measurement) =>
        measurement.Subject is { } subject ? [subject] : measurement.Parts.SelectMany(Subjects);

    private static bool Moves(IMeasurement measurement, SourcedValue value, double figure)
    {
        double number = Number(value.Text);
        if (double.IsNaN(number) || number == 0)
        {
            return false;
        }

        // A staircase of currents and a life that is bounded answer to large changes only: those that the file itself holds possible.
        string unit = value.Text.Trim().TrimStart("0123456789.+-eE".ToCharArray());
        string[] ends = value.Range.Split(" to ");
        return ((string[])[string.Create(CultureInfo.InvariantCulture, $"{1.02 * number:R} {unit}"), .. ends.Length == 2 ? ends : []])
            .Any(text => Moves(measurement, value.Place, text, figure));
    }

    private static bool Moves(IMeasurement measurement, string place, string text, double figure)
    {
        try
        {
            double moved = measurement.Measure(Laboratory.With(new Dictionary<string, string>(StringComparer.Ordinal) { [place] = text })).Value;
            return Math.Abs(moved - figure) > 1e-4 * Math.Abs(figure);
        }
        catch (Exception e) when (e is MeasurementException or ArgumentException)
        {
            return false;
        }
    }

    private static double Number(string text)
    {
        string number = text.Trim().Split(' ')[0].TrimEnd('%');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
    }
}

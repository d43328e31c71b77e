using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Interfaces;
using Xunit;

namespace Ionolith.Cells.Tests.Stack;

/// <summary>The sample's cathode lies between the potentials of its curve; its cut-offs are 2.5 V and 4 V against lithium.</summary>
public sealed class StabilityValidationTests
{
    [Fact]
    public void Without_a_window_nothing_is_told() => Assert.DoesNotContain(Cell(null, x => 5 - x).Validate(), p => p.Path.Contains("stability", StringComparison.Ordinal));

    [Fact]
    public void An_electrode_that_stays_inside_the_window_is_accepted() =>
        Assert.Empty(Cell(new StabilityWindow(0, 4), x => 3.9 - x).Validate());

    [Fact]
    public void The_upper_cut_off_keeps_an_electrode_inside() => Assert.Empty(Cell(new StabilityWindow(0, 4), x => 5 - (3 * x)).Validate());

    [Fact]
    public void An_electrode_that_oxidises_the_electrolyte_is_a_warning_for_each_that_touches_it()
    {
        var problems = Cell(new StabilityWindow(0, 3.5), x => 3.9 - x).Validate();

        Assert.All(problems, p => Assert.Equal(ProblemSeverity.Warning, p.Severity));
        Assert.Equal(["cathode.electrolyte.stability-window.oxidation", "separator.stability-window.oxidation"], problems.Select(p => p.Path));
        Assert.Contains("is 3.5 V, but \"cathode\" reaches 3.9 V against lithium", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lithium_reduces_an_electrolyte_whose_window_ends_above_it()
    {
        var problem = Assert.Single(Cell(new StabilityWindow(1.7, 4), x => 3.9 - x).Validate());

        Assert.Equal("separator.stability-window.reduction", problem.Path);
        Assert.Contains("\"anode\" reaches 0 V against lithium", problem.Message, StringComparison.Ordinal);
    }

    private static CellDescription Cell(StabilityWindow? window, Func<double, double> potential)
    {
        double start = potential(0), fall = potential(0) - potential(1);
        var curve = new ExpressionFunction(FormattableString.Invariant($"{start} - {fall}*x"), "x");
        var cathode = SampleCell.Cathode;
        cathode = cathode with
        {
            Electrolyte = cathode.Electrolyte with { StabilityWindow = window },
            ActivePhases = [.. cathode.ActivePhases.Select(p => p with { Material = p.Material with { OpenCircuitPotential = curve, StoichiometryWindow = (0, 1) } })],
        };
        var cell = SampleCell.With(cathode);
        return cell with
        {
            Layers = [.. cell.Layers.Select(l => l is ElectrolyteLayer separator ? separator with { Electrolyte = separator.Electrolyte with { StabilityWindow = window } } : l)],
        };
    }
}

using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Cells.Tests.LongRuns;
using Xunit;

namespace Ionolith.Cells.Tests.Stack;

/// <summary>Laws of ageing that contradict each other, or the layer on which they stand.</summary>
public sealed class AgeingValidationTests
{
    private static readonly ContactCreep Creep = new() { CreepLength = 5e-6, VoidDepth = 1e-6 };
    private static readonly ContactVacancies Vacancies = new() { VacancyDiffusivity = 1e-14, VacancySpan = 0.1, DiffusionLength = 1e-6, VoidDepth = 1e-6 };
    private static readonly FilamentFracture Fracture = new() { Modulus = 2e10, FractureEnergy = 3, FlawLength = 1e-7, FilamentWidth = 1e-6 };
    private static readonly FilamentPolymer Polymer = new() { GrowthFraction = 0.1, ShearModulus = 1e6, FlawLength = 1e-7, FilamentWidth = 1e-6 };
    private static readonly MosaicGrowth Mosaic = new(0.5, 1e-4, 1e-9) { Electronic = 1e-8, DrivingVoltage = 1, VolumePerLithium = 2e-5 };

    private static CellProblem[] Problems(CellDescription cell) => [.. cell.Validate().Where(p => p.Path.Contains("ageing", StringComparison.Ordinal))];

    private static CellProblem[] OnLithium(params AgeingMechanism[] laws) => Problems(LongRunCells.Lithium(laws));

    [Fact]
    public void Two_laws_of_one_contact_or_of_one_filament_are_refused_with_what_to_do()
    {
        CellProblem[] problems = OnLithium(Creep, Fracture, Vacancies, Polymer);
        Assert.Equal(["lithium.ageing.contact-vacancies", "lithium.ageing.filament-polymer"], problems.Select(p => p.Path));
        Assert.All(problems, p => Assert.Equal(ProblemSeverity.Error, p.Severity));
        Assert.Contains("contradicts contact-creep on the same lithium", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("keep one of them, and run the cell with each to compare", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("contradicts filament-fracture", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_each_is_fine_and_so_are_different_ones_on_both_sides()
    {
        Assert.Empty(OnLithium(Creep, Fracture, LongRunCells.Growth));
        CellDescription symmetric = SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 1e-4, 10);
        Assert.Empty(Problems(symmetric with { Layers = [.. symmetric.Layers.Select((l, i) => l is LithiumMetal m ? m with { Ageing = i == 0 ? [Creep] : [Vacancies] } : l)] }));
    }

    [Fact]
    public void Two_layers_on_one_surface_are_warned_of_and_run()
    {
        CellProblem problem = Assert.Single(OnLithium(Mosaic, LongRunCells.Growth));
        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Contains("grows a second layer beside that of mosaic-growth", problem.Message, StringComparison.Ordinal);
        CellProblem host = Assert.Single(Problems(LongRunCells.Lithium([], LongRunCells.Growth, Mosaic)));
        Assert.Equal("positive.active.host.ageing.mosaic-growth", host.Path);
    }

    [Fact]
    public void Nucleation_on_lithium_that_is_there_is_warned_of()
    {
        CellProblem problem = Assert.Single(OnLithium(new Nucleation { Overpotential = 0.02, CoveringCharge = 100 }));
        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Contains("already has 1000 um of lithium: did you mean thickness: \"0 um\"?", problem.Message, StringComparison.Ordinal);
    }
}

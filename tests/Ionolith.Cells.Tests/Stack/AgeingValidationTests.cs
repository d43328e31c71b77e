using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Hosts;
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
    public void A_flaw_through_the_electrolyte_is_refused()
    {
        double thickness = LongRunCells.Lithium([Fracture]).Layers.OfType<ElectrolyteLayer>().Sum(l => l.Thickness);
        CellProblem problem = Assert.Single(OnLithium(Fracture with { FlawLength = thickness }));
        Assert.Equal(("lithium.ageing.filament-fracture.flaw-length", ProblemSeverity.Error), (problem.Path, problem.Severity));
        Assert.Contains("must be shorter than the electrolyte", problem.Message, StringComparison.Ordinal);
        Assert.Empty(OnLithium(Fracture with { FlawLength = 0.9 * thickness }));
    }

    [Fact]
    public void Nucleation_on_lithium_that_is_there_is_warned_of()
    {
        CellProblem problem = Assert.Single(OnLithium(new Nucleation { Overpotential = 0.02, CoveringCharge = 100 }));
        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Contains("already has 1000 um of lithium: did you mean thickness: \"0 um\"?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_volume_that_only_a_law_knows_does_not_swell_an_electrode_and_is_warned_of()
    {
        ContactLoss law = new() { VolumeChange = 0.07, FinalShare = 0.5 };
        CellDescription cell = LongRunCells.Lithium([], law);
        Assert.Empty(Problems(cell));
        CellProblem problem = Assert.Single(Problems(cell with { Swelling = new() }));
        Assert.Equal(("positive.active.host.ageing.contact-loss.volume-change", ProblemSeverity.Warning), (problem.Path, problem.Severity));
        Assert.Contains("the electrode does not swell by it; give it to the material instead", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_that_begins_above_its_final_thickness_is_refused_at_its_place()
    {
        SelfLimitingGrowth law = new() { Rate = 1e-12, FinalThickness = 1e-9, Conductivity = 1e-6, InitialThickness = 1e-7 };
        CellProblem problem = Assert.Single(OnLithium(law));
        Assert.Equal(("lithium.ageing.self-limiting-growth.initial-thickness", ProblemSeverity.Error), (problem.Path, problem.Severity));
        Assert.Contains("begins with 100 nm, above its final-thickness of 1 nm", problem.Message, StringComparison.Ordinal);
        Assert.Equal("positive.active.host.ageing.self-limiting-growth.initial-thickness", Assert.Single(Problems(LongRunCells.Lithium([], law))).Path);
        Assert.Empty(OnLithium(law with { InitialThickness = law.FinalThickness }));
    }

    [Fact]
    public void Decomposition_needs_a_window_and_one_that_is_not_upside_down()
    {
        Decomposition law = new() { ExchangeCurrent = 1e-6 };
        CellProblem none = Assert.Single(Problems(LongRunCells.Lithium([], law)));
        Assert.Equal(("positive.active.host.ageing.decomposition", ProblemSeverity.Error), (none.Path, none.Severity));
        Assert.Contains("give the law oxidation-potential or reduction-potential, or the electrolyte a stability-window", none.Message, StringComparison.Ordinal);
        Assert.Equal("lithium.ageing.decomposition", Assert.Single(OnLithium(law)).Path);

        CellProblem inverted = Assert.Single(OnLithium(law with { OxidationPotential = 3, ReductionPotential = 3.5 }));
        Assert.Equal(("lithium.ageing.decomposition.oxidation-potential", ProblemSeverity.Error), (inverted.Path, inverted.Severity));
        Assert.Contains("oxidised above 3 V and reduced below 3.5 V", inverted.Message, StringComparison.Ordinal);
        Assert.Empty(OnLithium(law with { OxidationPotential = 3.5 }));
        Assert.Empty(OnLithium(law with { OxidationPotential = 3.5, ReductionPotential = 0.5 }));
    }

    [Fact]
    public void A_law_that_gives_one_potential_is_compared_with_the_electrolyte_s_other_one()
    {
        CellDescription cell = LongRunCells.Lithium([new Decomposition { ExchangeCurrent = 1e-6, ReductionPotential = 4.5 }]);
        cell = cell with { Layers = [.. cell.Layers.Select(l => l is ElectrolyteLayer e ? e with { Electrolyte = e.Electrolyte with { StabilityWindow = new(1, 4) } } : l)] };
        CellProblem problem = Assert.Single(Problems(cell));
        Assert.Equal("lithium.ageing.decomposition.reduction-potential", problem.Path);
        Assert.Contains("oxidised above 4 V and reduced below 4.5 V", problem.Message, StringComparison.Ordinal);
    }
}

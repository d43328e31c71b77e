using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;
using Xunit;

namespace Ionolith.Cells.Tests.Stack;

public sealed class CellValidationTests
{
    [Fact]
    public void A_sensible_cell_has_no_problems() => Assert.Empty(SampleCell.Cell.Validate());

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var cell = SampleCell.With(SampleCell.Cathode with { ElectrolyteFraction = 1.2, Thickness = -60e-6 }) with
        {
            Area = 0,
            Temperature = -5,
            LowerCutoffVoltage = 5,
        };

        Expect(
            cell,
            ("area", "must be positive but is 0 m2"),
            ("temperature", "must be positive but is -5 K"),
            ("voltage", "the lower cut-off voltage must be below the upper one but they are 5 V and 4 V"),
            ("cathode.thickness", "must be positive but is -60 um"),
            ("cathode.electrolyte.volume-fraction", "must be above 0 and at most 1 but is 1.2"));
    }

    [Fact]
    public void Fractions_that_fill_the_electrode_to_rounding_are_accepted() =>
        Assert.Empty(SampleCell.With(SampleCell.Cathode with { ElectrolyteFraction = 0.3 + 5e-10 }).Validate());

    [Fact]
    public void Numbers_that_are_none_are_refused() => Expect(
        SampleCell.Cell with { NominalCapacity = double.NaN, UpperCutoffVoltage = double.PositiveInfinity },
        ("voltage", "the cut-off voltages must be finite but are 2.5 V and Infinity V"),
        ("nominal-capacity", "must be positive but is NaN C"));

    [Fact]
    public void Salt_properties_must_make_sense_at_the_initial_concentration() => Expect(
        Salted(s => s with
        {
            TransferenceNumber = new ConstantFunction(3),
            Diffusivity = new ConstantFunction(0),
            ThermodynamicFactor = new ExpressionFunction("1/(c - 1000)", "c"),
        }),
        ("separator.salt.diffusivity", "must be positive but is 0 m2/s at 1000 mol/m3 and 298.15 K"),
        ("separator.salt.transference-number", "must be above -2 and at most 1 but is 3 at 1000 mol/m3 and 298.15 K"),
        ("separator.salt.thermodynamic-factor", "is not defined at 1000 mol/m3 and 298.15 K"));

    [Fact]
    public void A_fit_that_leaves_its_range_at_other_concentrations_is_a_warning()
    {
        var problem = Assert.Single(Salted(s => s with { Diffusivity = new ExpressionFunction("1e-12*(1500 - c)", "c") }).Validate());

        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Equal("separator.salt.diffusivity", problem.Path);
        Assert.Equal("must be positive but is 0 m2/s at 1500 mol/m3 and 298.15 K; state its valid range, and whether it holds outside", problem.Message);
    }

    [Fact]
    public void A_single_ion_conductor_has_no_concentration_to_depend_on()
    {
        var kinetics = new InterfaceKinetics
        {
            ExchangeCurrent = new ExchangeCurrent { Reference = new ConstantFunction(1), ElectrolyteExponent = 0.5 },
        };
        var conductor = SampleCell.SingleIon with { Conductivity = new ExpressionFunction("c/1000", "c") };
        var cell = SampleCell.With(
            SampleCell.Cathode with { Electrolyte = SampleCell.SingleIon, ActivePhases = [SampleCell.Phase with { Kinetics = kinetics }] },
            separator: SampleCell.Separator with { Electrolyte = conductor });

        Expect(
            cell,
            ("separator.conductivity", "depends on a salt concentration but the electrolyte has no salt"),
            ("cathode.active.host.kinetics.exchange-current.electrolyte-exponent", "must be 0 against the single-ion conductor \"single-ion\", which has no salt concentration, but is 0.5"));
    }

    [Fact]
    public void The_potential_must_cover_the_window_and_be_finite_in_it()
    {
        Expect(
            Hosted(h => h with { OpenCircuitPotential = new TableFunction([0.1, 0.9], [4, 3]) }),
            ("cathode.active.host.open-circuit-potential", "covers the stoichiometries 0.1 to 0.9 but the window is 0.05 to 0.95"));
        Expect(
            Hosted(h => h with { OpenCircuitPotential = new ExpressionFunction("3 + log(0.5 - x)", "x") }),
            ("cathode.active.host.open-circuit-potential", "is not finite at stoichiometry 0.50225, inside the window 0.05 to 0.95"));
    }

    [Fact]
    public void A_rising_potential_is_a_warning()
    {
        var problem = Assert.Single(Hosted(h => h with { OpenCircuitPotential = new ExpressionFunction("3 + x", "x") }).Validate());

        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.StartsWith("rises from 3.05 V", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Window_start_and_transport_of_a_host_are_checked()
    {
        Expect(
            Hosted(h => h with { StoichiometryWindow = (0.9, 0.1) }),
            ("cathode.active.host.stoichiometry-window", "must be an increasing pair from 0 to 1 but is 0.9 to 0.1"));
        Expect(
            SampleCell.With(SampleCell.Phase with { InitialStoichiometry = 1.2, ContactedFraction = 0 }),
            ("cathode.active.host.contacted-fraction", "must be above 0 and at most 1 but is 0"),
            ("cathode.active.host.initial-stoichiometry", "must lie in the stoichiometry window 0.05 to 0.95 but is 1.2"));
        Expect(
            Hosted(h => h with { Diffusivity = new ConstantFunction(-1), EntropicCoefficient = new ConstantFunction(double.NaN) }),
            ("cathode.active.host.diffusivity", "must be positive but is -1 m2/s at stoichiometry 0.05 and 298.15 K"),
            ("cathode.active.host.entropic-coefficient", "is not finite at stoichiometry 0.05"));
    }

    [Fact]
    public void Particle_sizes_must_be_there_and_share_the_volume()
    {
        Expect(
            SampleCell.With(SampleCell.Phase with { Sizes = [] }),
            ("cathode.active.host.radius", "an active material needs a particle radius or a size distribution"));
        Expect(
            SampleCell.With(SampleCell.Phase with { Sizes = [new(1e-6, 0.5), new(2e-6, 0.4)] }),
            ("cathode.active.host.size-distribution", "the volume shares must add up to 1 but add up to 0.9"));
        var warning = Assert.Single(SampleCell.With(SampleCell.Phase with { Sizes = [new(1e-4, 1)] }).Validate());
        Assert.Equal("is 100 um, more than the electrode's thickness of 60 um", warning.Message);
    }

    [Fact]
    public void Kinetics_are_checked_at_both_electrodes()
    {
        var bad = SampleCell.Kinetics with
        {
            AnodicTransferCoefficient = 1,
            FilmResistance = -1,
            ExchangeCurrent = new ExchangeCurrent { Reference = new ConstantFunction(0) },
        };

        Expect(
            SampleCell.With(SampleCell.Cathode, SampleCell.Anode with { Kinetics = bad }),
            ("anode.kinetics.anodic-transfer-coefficient", "must be above 0 and below 1 but is 1"),
            ("anode.kinetics.film-resistance", "must not be negative but is -1 ohm m2"),
            ("anode.kinetics.exchange-current", "must be positive but is 0 A/m2 at stoichiometry 0 and 298.15 K"));
    }

    [Fact]
    public void Layers_must_stand_in_the_order_of_a_cell()
    {
        var collector = new CurrentCollector { Name = "foil", Thickness = 1e-5, Material = new InertMaterial { Id = "al", Name = "Al" } };

        Assert.Empty((SampleCell.Cell with { Layers = [collector, .. SampleCell.Cell.Layers] }).Validate());
        Expect(
            SampleCell.Cell with { Layers = [SampleCell.Anode, SampleCell.Cathode] },
            ("layers", "a cell needs a negative electrode, an electrolyte layer and a positive electrode but has 2 layers between its collectors"));
        Expect(
            SampleCell.Cell with { Layers = [SampleCell.Separator, collector, SampleCell.Cathode] },
            ("separator", "is an electrolyte layer where the negative electrode is expected (lithium metal or a porous electrode)"),
            ("foil", "is a current collector between the electrodes; only electrolyte layers may stand there"));
        Expect(
            SampleCell.Cell with { Layers = [SampleCell.Anode, SampleCell.Separator, SampleCell.Separator, SampleCell.Cathode] },
            ("separator", "2 layers are called \"separator\"; names must be unique"));
    }

    [Fact]
    public void Contacts_are_between_neighbours() => Expect(
        SampleCell.Cell with
        {
            Contacts =
            [
                new("anode", "separator", 1e-3),
                new("separator", "anode", 1e-3),
                new("anode", "seperator", -1),
                new("anode", "separator", 1e-3),
            ],
        },
        ("contacts.2", "\"anode\" does not follow \"separator\" in the stack; a contact is between neighbours, the negative side first"),
        ("contacts.3.resistance", "must not be negative but is -1 ohm m2"),
        ("contacts.3", "names no layer of the cell: \"seperator\"; the layers are anode, separator, cathode"),
        ("contacts.4", "the contact between \"anode\" and \"separator\" is given twice"));

    [Fact]
    public void Mesh_and_heat_are_checked() => Expect(
        SampleCell.Cell with { Mesh = new MeshOptions { Shells = 0, ElectrodeVolumes = 5000, ShellGrading = 9 }, Heat = new HeatBalance(0, -1) },
        ("heat.capacity", "must be positive but is 0 J/(K m2)"),
        ("heat.transfer", "must not be negative but is -1 W/(K m2)"),
        ("mesh.electrode-volumes", "must be from 1 to 2000 but is 5000"),
        ("mesh.shells", "must be from 1 to 2000 but is 0"),
        ("mesh.shell-grading", "must be from 0.2 to 5 but is 9"));

    [Fact]
    public void A_tortuosity_factor_below_one_and_a_thickness_in_the_wrong_unit_are_warnings()
    {
        var problems = SampleCell.With(SampleCell.Cathode with { TransportEfficiency = 0.4, Thickness = 0.06 }).Validate();

        Assert.All(problems, p => Assert.Equal(ProblemSeverity.Warning, p.Severity));
        Assert.Equal(
            ["is 60 mm: is the unit right?", "is 0.4, above the volume fraction 0.3: a tortuosity factor below 1"],
            problems.Select(p => p.Message),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_nominal_capacity_that_nobody_gave_is_no_second_mistake_beside_that_of_a_layer()
    {
        CellDescription thin = SampleCell.With(SampleCell.Cathode with { Thickness = -60e-6 });
        double derived = ElectrodeCapacity.OfLimitingElectrode(thin.Layers) * thin.Area;
        Assert.True(derived < 0);
        Assert.DoesNotContain((thin with { NominalCapacity = derived }).Validate(), p => p.Path is "nominal-capacity");
        Assert.NotEmpty((thin with { NominalCapacity = derived }).Validate());
        Assert.Contains((thin with { NominalCapacity = -5 }).Validate(), p => p.Path is "nominal-capacity");
    }

    [Fact]
    public void Capacity_of_the_limiting_electrode_is_that_of_its_window()
    {
        // F x 60 um x 0.6 x 20000 mol/m3 x 0.9; the lithium of 50 um holds six times as much.
        Assert.Equal(96485.33212331 * 60e-6 * 0.6 * 20_000 * 0.9, ElectrodeCapacity.OfLimitingElectrode(SampleCell.Cell.Layers), 1e-6);
        Assert.Equal(96485.33212331 * 50e-6 / 13e-6, ElectrodeCapacity.Of(SampleCell.Anode), 1e-6);
    }

    private static CellDescription Salted(Func<SaltTransport, SaltTransport> change) => SampleCell.With(
        SampleCell.Cathode,
        separator: SampleCell.Separator with { Electrolyte = SampleCell.Polymer with { Salt = change(SampleCell.Polymer.Salt!) } });

    private static CellDescription Hosted(Func<ActiveMaterial, ActiveMaterial> change) =>
        SampleCell.With(SampleCell.Phase with { Material = change(SampleCell.Host) });

    private static void Expect(CellDescription cell, params (string Path, string Message)[] expected)
    {
        var problems = cell.Validate();

        Assert.Equal(expected, problems.Select(p => (p.Path, p.Message)));
        Assert.All(problems, p => Assert.Equal(ProblemSeverity.Error, p.Severity));
    }
}

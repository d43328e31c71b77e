using Ionolith.Library.Files;
using Ionolith.Library.Tests.Reading;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Ceramics;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Laws.Hosts;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.LawForms;

public sealed class LawReadingTests
{
    private static IPropertyFunction Law(string kind, string property = "conductivity") =>
        LawSamples.Function(LawSamples.Cell(property, LawSamples.All.First(s => s.Law.StartsWith($"{{law: {kind},", StringComparison.Ordinal)).Law), property);

    private static IPropertyFunction Material(string id) => CellLibrary.LoadMaterial(id).Require().Electrolyte!.Conductivity;

    [Fact]
    public void A_law_in_a_file_is_the_law_of_the_same_numbers_in_SI()
    {
        Same(new ArrheniusFunction(new ConstantFunction(0.1), 0.3 * 96485.33212331002, 313.15), Law("arrhenius"));
        Same(new VtfFunction(330, 704, 209.15), Law("vtf"));
        Same(new SemiCrystallinePolymer(new VtfFunction(330, 704, 209.15), 0.8, 316.03, 4.81, 1), Law("semi-crystalline"));
        Same(
            new IonPairConductivity(
                new SaltDissociation(100, -5000, 298.15, new IonBindingSites(BoundIon.Cation, 300, 0.01, -10_000)),
                new ConstantFunction(1e-12),
                new ArrheniusFunction(new ConstantFunction(4e-12), 30_000, 298.15)),
            Law("ion-pairs"));
        Same(
            new MixtureFunction(
                new BrickLayer { GrainSize = 5e-6, BoundaryThickness = 1e-8, FilmThickness = 2e-9, WettedShare = 0.3, RelativeDensity = 0.9 },
                new ArrheniusFunction(new ConstantFunction(0.05), 0.34 * 96485.33212331002, 298.15),
                new ConstantFunction(1e-4),
                new ConstantFunction(1e-6)),
            Law("brick-layer"));
        Same(new MixtureFunction(new MaxwellEucken(0.1), Material("cpe-bnns"), new ConstantFunction(0)), Law("maxwell"));
        Same(
            new MixtureFunction(new SymmetricBruggeman(0.4, 0.5, 0.1), Material("li6ps5cl"), Material("cpe-bnns"), new ConstantFunction(0)),
            Law("bruggeman"));
        Same(
            new MixtureFunction(new GeneralEffectiveMedium(0.3, 0.2, 1.8), new ConstantFunction(0.1), new ConstantFunction(1e-4)),
            Law("general-medium"));
        Same(new MixtureFunction(new PercolationPower(0.05, PercolationPower.TubeThreshold(1e-6, 1e-8)), new ConstantFunction(100)), Law("percolation"));
        Same(
            new MixtureFunction(
                new ShelledFiller(FillerShape.Platelet(5e-7, 3e-9, 5e-9), 0.03),
                Material("cpe-bnns"),
                new ScaledFunction(Material("cpe-bnns"), 20),
                new ConstantFunction(0)),
            Law("shelled-filler"));
        Same(new MixtureFunction(PorousHost.Archie(0.5), Material("lipf6-ec-dmc")), Law("porous-host"));
        Same(new MixtureFunction(new CoContinuous(0.4), Material("li6ps5cl"), Material("cpe-bnns")), Law("co-continuous"));
        Same(new MixtureFunction(new OrientedChannels(0.8, 0.2, 0.8), new ConstantFunction(0.1), new ConstantFunction(1e-4)), Law("oriented-channels"));
        Same(new MixtureFunction(new SeriesLayers(1.0 / 3, 2.0 / 3), new ConstantFunction(0.1), Material("cpe-bnns")), Law("series-layers"));
    }

    [Fact]
    public void Laws_of_potentials_and_films_are_those_of_the_same_numbers_in_SI()
    {
        var potential = Law("lattice-gas", "open-circuit-potential");
        Assert.Equal(new LatticeGasPotential(3.4 * 96485.33212331002, 0.2).Evaluate(0.3, 298.15).Value, potential.Evaluate(0.3, 298.15).Value, 12);
        var film = new SpaceChargeResistance(Material("li6ps5cl"), 10, 4e4, 0.3, new FerroelectricDipoleLayer(0.01, 2e-9, 10, 0.3));
        Tolerance.Relative(film.Evaluate(0, 310).Value, Law("space-charge", "film-resistance").Evaluate(0, 310).Value, 1e-12);
        var hop = new SurfaceHoppingResistance(1e4, 3e-10, 5e11, 0.4 * 96485.33212331002);
        Tolerance.Relative(hop.Evaluate(0, 310).Value, Law("surface-hopping", "film-resistance").Evaluate(0, 310).Value, 1e-12);
    }

    [Fact]
    public void A_parameter_of_a_law_has_a_path_and_can_be_set()
    {
        string text = LawSamples.Text("conductivity", LawSamples.All.First(s => s.Law.Contains("semi-crystalline", StringComparison.Ordinal)).Law);
        var cell = CellLibrary.ReadCell(SampleFile.Name, text, [new PathOverride("separator.conductivity.crystallinity", "0.2"), new PathOverride("separator.conductivity.amorphous.b", "800 K")]).Require();

        Same(new SemiCrystallinePolymer(new VtfFunction(330, 800, 209.15), 0.2, 316.03, 4.81, 1), cell.Separator().Electrolyte.Conductivity);
        Assert.Equal(("0.2", "set on the command line"), Value(cell, "separator.conductivity.crystallinity"));
    }

    [Fact]
    public void A_parameter_of_a_borrowed_property_can_be_set_too_here_and_nowhere_else()
    {
        const string law = "{law: maxwell, matrix: {of: llzo-al}, filler: {of: llzo-al, grain-size: 1 um}, fraction: 0.1}";
        string text = LawSamples.Text("conductivity", law);
        var cell = CellLibrary.ReadCell(SampleFile.Name, text, [new PathOverride("separator.conductivity.matrix.grain-size", "2 um")]).Require();

        Assert.Equal("2 um", Value(cell, "separator.conductivity.matrix.grain-size").Text);
        Assert.Equal("1 um", Value(cell, "separator.conductivity.filler.grain-size").Text);
        Assert.Equal("llzo-al", Value(cell, "separator.conductivity.matrix.of").Text);
        var mixture = Assert.IsType<MixtureFunction>(cell.Separator().Electrolyte.Conductivity);
        Assert.Equal([2e-6, 1e-6], mixture.Phases.Select(p => ((BrickLayer)((MixtureFunction)p).Rule).GrainSize));
    }

    [Fact]
    public void An_override_that_says_nothing_new_changes_single_values_of_what_is_there()
    {
        var cell = SampleFile.Cell("    material: limocl4", "    material: cpe-bnns\n    override: {salt: {diffusivity: {temperature: {vtf: {b: 900 K}}}}}");
        var law = Assert.IsType<VtfFunction>(cell.Separator().Electrolyte.Salt!.Diffusivity);

        Assert.Equal((900, 209.15, 363.15), (law.PseudoActivation, law.VanishingTemperature, law.ReferenceTemperature));
    }

    [Fact]
    public void The_same_property_of_another_material_may_stand_alone()
    {
        var cell = LawSamples.Cell("conductivity", "{of: lipf6-ec-dmc}");

        Assert.Equal(Material("lipf6-ec-dmc").Evaluate(900, 310), cell.Separator().Electrolyte.Conductivity.Evaluate(900, 310));
    }

    [Fact]
    public void A_host_lends_its_binding_energy_to_its_potential()
    {
        const string host = "{kind: active, id: host, specific-capacity: 200 mAh/g, density: 3 g/cm3, binding-energy: 3.3 eV, open-circuit-potential: {law: lattice-gas}, diffusivity: 1e-14 m2/s, stoichiometry-window: 0.01..0.99}";
        var phase = SampleFile.Cell("material: lfp", $"material: {host}").Cathode().ActivePhases[0].Material;

        Tolerance.Relative(3.3, phase.OpenCircuitPotential.Evaluate(0.5, 298.15).Value, 1e-12);
        Tolerance.Relative(3.3 * 96485.33212331002, phase.BindingEnergy, 1e-12);
    }

    private static (string Text, string Source) Value(Ionolith.Cells.Stack.CellDescription cell, string path)
    {
        var value = cell.Values.Single(v => string.Equals(v.Path, path, StringComparison.Ordinal));
        return (value.Text, value.Source);
    }

    /// <summary>Equal to rounding: units are converted on the way.</summary>
    private static void Same(IPropertyFunction expected, IPropertyFunction actual)
    {
        foreach (double c in new[] { 200.0, 1500 })
        {
            foreach (double t in new[] { 290.0, 345 })
            {
                var (e, a) = (expected.Evaluate(c, t), actual.Evaluate(c, t));
                Tolerance.Relative(e.Value, a.Value, 1e-12);
                Tolerance.Scaled(e.Slope, a.Slope, e.Value / c, 1e-11);
                Tolerance.Scaled(e.TemperatureSlope, a.TemperatureSlope, e.Value / t, 1e-11);
            }
        }
    }
}

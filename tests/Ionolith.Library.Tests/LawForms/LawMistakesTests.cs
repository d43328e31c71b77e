using Ionolith.Library.Tests.Reading;
using Xunit;

namespace Ionolith.Library.Tests.LawForms;

public sealed class LawMistakesTests
{
    [Theory]
    [InlineData("{law: semi-cristalline, amorphous: 1 S/m}", "law: there is no law \"semi-cristalline\"; did you mean \"semi-crystalline\"?")]
    [InlineData("{law: lattice-gas, binding-energy: 1 eV}", "law: the law lattice-gas gives a voltage where a conductivity is expected")]
    [InlineData("{law: maxwell, matrix: 1 S/m, filler: 0 S/m, fracton: 0.1, fraction: 0.2}", "fracton: unknown key \"fracton\"; did you mean \"fraction\"?")]
    [InlineData("{law: maxwell, matrix: 1 S/m, filler: 0 S/m}", "fraction: is missing; expected a number without unit, such as fraction: \"0.65\"")]
    [InlineData("{law: maxwell, filler: 0 S/m, fraction: 0.1}", "matrix: is missing; expected a conductivity, such as matrix: \"10.4 mS/cm\", or a formula, table or law with its unit")]
    [InlineData("{law: maxwell, matrix: 1 S/m, filler: 0 S/m, fraction: 1.2}", "fraction: must lie between 0 and 1 but is 1.2")]
    [InlineData("{law: maxwell, matrix: 3 V, filler: 0 S/m, fraction: 0.1}", "matrix: expected a conductivity, such as \"10.4 mS/cm\", but \"3 V\" is a voltage")]
    [InlineData("{law: maxwell, matrix: {of: li6ps5}, filler: 0 S/m, fraction: 0.1}", "matrix.of: the library has no material \"li6ps5\"; did you mean \"li6ps5cl\"?")]
    [InlineData("{law: maxwell, matrix: {of: lfp}, filler: 0 S/m, fraction: 0.1}", "matrix.of: the material \"lfp\" has no conductivity; it has diffusivity, open-circuit-potential")]
    [InlineData("{law: vtf, prefactor: 1 S/m, reference: 1 S/m, b: 700 K, t0: 200 K}", "prefactor: is given beside reference; give only one of reference, prefactor")]
    [InlineData("{law: vtf, prefactor: 1 S/m, t0: 200 K}", ": needs b or energy")]
    [InlineData("{law: vtf, reference: 1 S/m, reference-temperature: 150 K, b: 700 K, t0: 200 K}", ": The reference temperature in K must lie above T0 = 200 K.")]
    [InlineData("{law: brick-layer, grain: 1 S/m, boundary: 1 S/m, grain-size: 1 um, boundary-thickness: 1 nm, film-thickness: 1 nm}", "film: is missing; expected the property of the film, because it has a thickness")]
    [InlineData("{law: shelled-filler, matrix: 1 S/m, shell: 1 S/m, core: 0 S/m, fraction: 0.1, shape: tube, radius: 10 nm, length: 5 nm, shell-thickness: 1 nm}", ": A tube must be longer than its diameter of 2E-08 m, but has 5E-09 m.")]
    [InlineData("{law: shelled-filler, matrix: 1 S/m, shell: 1 S/m, core: 0 S/m, fraction: 0.1, shape: sphere, radius: 10 nm, length: 5 nm, shell-thickness: 1 nm}", "length: a sphere has no length")]
    [InlineData("{law: shelled-filler, matrix: 1 S/m, shell: 1 S/m, core: 0 S/m, fraction: 0.1, shape: disc, radius: 10 nm, shell-thickness: 1 nm}", "shape: is \"disc\", expected sphere, platelet or tube")]
    [InlineData("{law: bruggeman, phases: {a: {fraction: 0.5, phase: 1 S/m}, b: {fraction: 0.4, phase: 1 S/m}}}", ": The volume fractions must add up to 1, but add up to 0.9.")]
    [InlineData("{law: bruggeman}", "phases: is missing; expected named parts, such as phases: {a: {fraction: ..., phase: ...}, b: ...}")]
    [InlineData("{law: series-layers, layers: {a: {share: 0.5, layer: 1 S/m}, b: {thickness: 1 um, layer: 1 S/m}}}", "layers.a.share: other layers have a thickness; give every layer a thickness, or every layer a share")]
    [InlineData("{law: percolation, conductor: 1 S/m, fraction: 0.1, tube: {length: 10 nm, diameter: 10 nm}}", ": The length of a tube must be at least 10 diameters of 1E-08 m, but is 1E-08 m.")]
    [InlineData("{law: scaled, base: 1 S/m, factor: 2, unit: S/m}", "unit: a law needs no unit; its values have theirs")]
    [InlineData("{law: scaled, base: {law: scaled, base: {expression: c*tahn(1), unit: S/m}, factor: 1}, factor: 2}", "base.base.expression: \"tahn\" is no known function; did you mean \"tanh\"? (at character 3 of \"c*tahn(1)\")")]
    public void A_mistake_in_a_law_is_told_at_its_place(string law, string expected)
    {
        var result = CellLibrary.ReadCell(SampleFile.Name, LawSamples.Text("conductivity", law));

        var problem = Assert.Single(result.Problems);
        Assert.Equal($"separator.conductivity{(expected[0] == ':' ? "" : ".")}{expected}", $"{problem.Path}: {problem.Message}");
        Assert.Equal((SampleFile.Name, 14), (problem.File, problem.Line));
        Assert.True(problem.Column > 1);
    }

    [Fact]
    public void All_mistakes_of_a_law_are_told_at_once()
    {
        const string law = "{law: shelled-filler, matrix: {of: nothing}, shell: 1 V, core: 0 S/m, fraction: 2, shape: platelet, radius: 0 nm, shell-thickness: -1 nm, colour: blue}";
        string[] paths = [.. CellLibrary.ReadCell(SampleFile.Name, LawSamples.Text("conductivity", law)).Problems.Select(p => p.Path).Order(StringComparer.Ordinal)];

        Assert.Equal(
            ["separator.conductivity.colour", "separator.conductivity.fraction", "separator.conductivity.matrix.of", "separator.conductivity.radius", "separator.conductivity.shell", "separator.conductivity.shell-thickness", "separator.conductivity.thickness"],
            paths);
    }

    [Fact]
    public void A_property_that_is_made_from_itself_is_refused()
    {
        string folder = Directory.CreateTempSubdirectory("ionolith-laws").FullName;
        try
        {
            string file = Path.Combine(folder, "loop.yaml");
            File.WriteAllText(file, "kind: electrolyte\nconductivity: {law: scaled, base: {of: loop.yaml}, factor: 2}\n");

            var problem = Assert.Single(CellLibrary.LoadMaterial(file).Problems);
            Assert.Equal("the conductivity of \"loop\" is made from itself", problem.Message);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void A_film_that_follows_a_law_has_no_activation_energy_beside_it_and_no_concentration_in_it()
    {
        string law = LawSamples.All.First(s => s.Property is "film-resistance").Law;
        Assert.Contains(
            "film-activation-energy: belongs to a film-resistance that is a value",
            string.Join('\n', CellLibrary.ReadCell(SampleFile.Name, LawSamples.Text("film-resistance", law + ", film-activation-energy: 40 kJ/mol")).Problems),
            StringComparison.Ordinal);
        Assert.Contains(
            "depends on a concentration or stoichiometry; the resistance of a film may depend on temperature alone",
            string.Join('\n', CellLibrary.ReadCell(SampleFile.Name, LawSamples.Text("film-resistance", law.Replace("{of: li6ps5cl}", "{expression: 1e-4*c, variable: c, unit: S/m}", StringComparison.Ordinal))).Problems),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_upside_down_is_told() => Assert.Contains(
        "separator.stability-window.oxidation: must lie above the reduction potential",
        string.Join('\n', SampleFile.Problems(SampleFile.Read("    material: limocl4", "    material: limocl4\n    override: {stability-window: {reduction: 4 V, oxidation: 1 V}}"))),
        StringComparison.Ordinal);
}

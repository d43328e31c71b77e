using Ionolith.Cells.Stack;
using Ionolith.Library.Bpx;
using Ionolith.Library.Tests.Reading;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.LawForms;

/// <summary>What is written is read back as the same law.</summary>
public sealed class LawRoundTripTests
{
    public static TheoryData<string, string> Laws
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (property, law) in LawSamples.All)
            {
                data.Add(property, law);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_in_a_yaml_file_comes_back_to_the_last_bit(string property, string law)
    {
        var cell = LawSamples.Cell(property, law);
        string text = CellLibrary.WriteCell(cell);
        var again = CellLibrary.ReadCell("again.yaml", text).Require();

        Assert.Equal(LawSamples.Values(LawSamples.Function(cell, property), property), LawSamples.Values(LawSamples.Function(again, property), property));
        Assert.DoesNotContain("table", text, StringComparison.Ordinal);
        Assert.Equal(text, CellLibrary.WriteCell(again));
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_in_a_bpx_file_comes_back_to_the_last_bit(string property, string law)
    {
        var cell = LawSamples.Cell(property, law);
        var again = CellLibrary.ReadCell("again.json", BpxFile.Write(cell)).Require();

        Assert.Equal(LawSamples.Values(LawSamples.Function(cell, property), property), LawSamples.Values(LawSamples.Function(again, property), property));
    }

    [Fact]
    public void The_samples_name_every_law() =>
        Assert.All(PropertyLaws.All, l => Assert.Contains(LawSamples.All, s => s.Law.Contains($"law: {l.Name},", StringComparison.Ordinal)));

    [Fact]
    public void Sources_roles_and_ranges_of_parameters_come_back()
    {
        const string law = "{law: scaled, base: {law: arrhenius, reference: {value: 1 mS/cm, source: a paper}, activation-energy: {value: 0.3 eV, role: assumed, range: 0.2 eV to 0.4 eV, reason: usual}}, factor: {value: 2, role: calibrated, source: fitted to a/b}}";
        var cell = LawSamples.Cell("conductivity", law);
        foreach (var again in new[] { CellLibrary.ReadCell("a.yaml", CellLibrary.WriteCell(cell)).Require(), CellLibrary.ReadCell("a.json", BpxFile.Write(cell)).Require() })
        {
            foreach (string path in (string[])["factor", "base.reference", "base.activation-energy"])
            {
                var first = cell.Values.Single(v => string.Equals(v.Path, $"separator.conductivity.{path}", StringComparison.Ordinal));
                var second = again.Values.Single(v => string.Equals(v.Path, $"separator.conductivity.{path}", StringComparison.Ordinal));
                Assert.Equal((first.Source, first.Role, first.Range), (second.Source, second.Role, second.Range));
            }
        }
    }

    [Fact]
    public void Parts_keep_their_names()
    {
        var cell = LawSamples.Cell("conductivity", LawSamples.All.Single(s => s.Law.Contains("bruggeman", StringComparison.Ordinal)).Law);
        var again = CellLibrary.ReadCell("again.yaml", CellLibrary.WriteCell(cell)).Require();

        Assert.Equal(["ceramic", "polymer", "pores"], Assert.IsType<MixtureFunction>(again.Separator().Electrolyte.Conductivity).PhaseNames);
    }

    [Fact]
    public void A_function_that_no_file_can_name_becomes_a_fine_table_that_says_so()
    {
        var cell = LawSamples.Cell("conductivity", "1 mS/cm");
        var layers = cell.Layers.Select(l => l is ElectrolyteLayer e ? e with { Electrolyte = e.Electrolyte with { Conductivity = new Sine() } } : l);
        string text = CellLibrary.WriteCell(cell with { Layers = [.. layers] });
        var again = CellLibrary.ReadCell("again.yaml", text).Require().Separator().Electrolyte.Conductivity;

        Assert.Contains("of a function Sine that files cannot state at 298.15 K; its temperature dependence is lost", text, StringComparison.Ordinal);
        foreach (double c in new[] { 15.0, 777, 2345 })
        {
            // 400 cubic intervals over two radians.
            Tolerance.Relative(new Sine().Evaluate(c, 298.15).Value, again.Evaluate(c, 340).Value, 1e-5);
        }
    }

    private sealed class Sine : IPropertyFunction
    {
        public bool DependsOnComposition => true;

        public bool DependsOnTemperature => true;

        public (double Lower, double Upper) Domain => (0, double.PositiveInfinity);

        public PropertyValue Evaluate(double composition, double temperature) =>
            new((2 + Math.Sin(composition / 2000)) * temperature / 298.15, Math.Cos(composition / 2000) / 2000 * temperature / 298.15, (2 + Math.Sin(composition / 2000)) / 298.15);
    }
}

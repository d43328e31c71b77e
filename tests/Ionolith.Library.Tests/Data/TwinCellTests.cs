using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Library.Tests.Data;

/// <summary>Cells that exist to be compared differ in nothing but what the comparison is about.</summary>
public sealed class TwinCellTests
{
    [Fact]
    public void The_uncoated_cathode_lacks_the_dipole_layer_and_nothing_else()
    {
        var coated = Values("lco-gclo4-coating");
        var bare = Values("lco-uncoated");

        Assert.All(coated.Except(bare), v => Assert.Contains(".dipole-layer.", v, StringComparison.Ordinal));
        Assert.NotEmpty(coated.Except(bare));
        Assert.Empty(bare.Except(coated));
    }

    [Theory]
    [InlineData("lco-gclo4-coating", "lco-gclo4-liquid")]
    [InlineData("vcl3-halide", "vcl3-sulfide")]
    public void Twins_have_the_same_active_material_loading_voltages_and_rates(string one, string other)
    {
        string[] kept = ["active-loading", "nominal-capacity", "voltage.", "temperature", ".radius", ".initial-stoichiometry", ".exchange-current.reference =", ".diffusivity ", ".stoichiometry-window"];
        bool IsKept(string v) => !v.StartsWith("anode.", StringComparison.Ordinal) && !v.Contains("electrolyte", StringComparison.Ordinal) && !v.Contains("film", StringComparison.Ordinal)
            && !v.Contains("separator", StringComparison.Ordinal) && kept.Any(k => v.Contains(k, StringComparison.Ordinal));

        string[] first = [.. Values(one).Where(IsKept)];

        Assert.True(first.Length >= 7);
        Assert.Equal(first, Values(other).Where(IsKept));
    }

    private static IReadOnlyList<string> Values(string id) =>
        [.. CellLibrary.LoadCell(id).Require().Values.Select((SourcedValue v) => $"{v.Path} = {v.Text}")];
}

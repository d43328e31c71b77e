using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Xunit;

namespace Ionolith.Library.Tests.Reading;

/// <summary>A complete cell file for tests to change in one place.</summary>
internal static class SampleFile
{
    public const string Name = "my-cell.yaml";

    public const string Text = """
        title: Sample
        area: 2 cm2
        voltage: {lower: 2.5 V, upper: 4 V}
        temperature: 60 degC
        layers:
          - kind: lithium-metal
            name: anode
            thickness: 50 um
            kinetics: {exchange-current: 1 mA/cm2}
          - kind: electrolyte
            name: separator
            thickness: 30 um
            material: limocl4
          - kind: electrode
            name: cathode
            thickness: 60 um
            electrolyte: {material: limocl4, volume-fraction: 0.3, tortuosity: {bruggeman: 1.5}}
            electronic-conductivity: 1 S/cm
            active:
              - material: lfp
                volume-fraction: 0.6
                radius: 1 um
                initial-stoichiometry: 0.02
                kinetics: {exchange-current: 2 A/m2}
        """;

    public static CellLoadResult Read(string from = "", string to = "", params PathOverride[] overrides)
    {
        Assert.True(from.Length == 0 || Text.Contains(from, StringComparison.Ordinal), $"The sample has no \"{from}\".");
        return CellLibrary.ReadCell(Name, from.Length == 0 ? Text : Text.Replace(from, to, StringComparison.Ordinal), overrides);
    }

    public static CellDescription Cell(string from = "", string to = "", params PathOverride[] overrides) => Read(from, to, overrides).Require();

    public static CellDescription Set(string path, string value) => Cell("", "", new PathOverride(path, value));

    public static PorousElectrode Cathode(this CellDescription cell) => cell.Layers.OfType<PorousElectrode>().Last();

    public static ElectrolyteLayer Separator(this CellDescription cell) => cell.Layers.OfType<ElectrolyteLayer>().First();

    /// <summary>The problems as a user sees them.</summary>
    public static string[] Problems(CellLoadResult result)
    {
        Assert.Null(result.Cell);
        return [.. result.Problems.Select(p => p.ToString())];
    }
}

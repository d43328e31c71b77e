using System.Globalization;
using Ionolith.Library.Reading;

namespace Ionolith.Library.Fitting.AgainstData;

/// <summary>A polymer electrolyte at several temperatures.</summary>
internal sealed record PolymerSeries(string Index, bool IsCrystalline, string Polymer, string Anion, string Doi, double[] Temperatures, double[] Conductivities);

/// <summary>Bulk and total conductivity of a ceramic at room temperature, S/m.</summary>
internal sealed record CeramicPair(string Id, string Composition, string Family, string Doi, double Total, double Bulk);

/// <summary>The VTF law of PEO-LiTFSI at one salt content, and the conductivities that the same source tabulates, S/m; NaN where it does not.</summary>
internal sealed record SaltRow(double LithiumPerUnit, double Prefactor, double B, double T0, double At60, double At90);

/// <summary>The public data that stand beside the library, with their sources and licences in the heads of the files.</summary>
internal static class MeasuredSets
{
    private const double Celsius = 273.15;

    /// <summary>S/m in 1 S/cm.</summary>
    private const double PerCentimetre = 100;

    public static IReadOnlyList<PolymerSeries> Polymers()
    {
        var (head, rows) = Read("polymer-conductivities.csv");
        double[] temperatures = [.. head.Skip(6).Select(t => Number(t) + Celsius)];
        return [.. rows.Select(r =>
        {
            var points = temperatures.Zip(r.Skip(6).Select(Number)).Where(p => p.Second > 0).ToList();
            return new PolymerSeries(
                r[0], r[1] is "crystalline", r[2], r[3], r[5], [.. points.Select(p => p.First)], [.. points.Select(p => PerCentimetre * p.Second)]);
        })];
    }

    public static IReadOnlyList<CeramicPair> Ceramics() =>
        [.. Read("ceramic-bulk-and-total.csv").Rows.Select(r => new CeramicPair(r[0], r[1], r[2], r[3], PerCentimetre * Number(r[4]), PerCentimetre * Number(r[5])))];

    public static IReadOnlyList<SaltRow> Salts() => [.. Read("peo-litfsi-salt.csv").Rows.Select(r =>
        new SaltRow(Number(r[0]), PerCentimetre * Number(r[1]), Number(r[2]), Number(r[3]), PerCentimetre * Number(r[4]), PerCentimetre * Number(r[5])))];

    private static (string[] Head, List<string[]> Rows) Read(string name)
    {
        string text = DataFiles.ReadEmbedded($"library:measured/{name}") ?? throw new InvalidOperationException($"the build did not embed '{name}'");
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')).ToList();
        return (lines[0], lines[1..]);
    }

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}

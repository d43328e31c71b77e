using System.Globalization;

namespace Ionolith.Library.Fitting.AgainstData;

/// <summary>Laws of temperature against polymer electrolytes.</summary>
internal static class TemperatureComparisons
{
    /// <summary>A series that a VTF law meets as closely as three digits allow was tabulated from a published curve of that form.</summary>
    internal const double FromCurve = 0.002;

    private const double Celsius = 273.15;

    /// <summary>T_0 this close below the coldest point belongs to no polymer, K: that of PEO lies some 100 K below room temperature.</summary>
    private const double Near = 30;

    public static IEnumerable<DataComparison> Rows()
    {
        var all = MeasuredSets.Polymers();
        var amorphous = SeriesFits.Of("vtf", all.Where(s => !s.IsCrystalline));
        var measured = amorphous.Fits.Where(f => f.Fit.Decades > FromCurve).Select(f => f.Series).ToList();
        var tabulated = amorphous.Fits.Where(f => f.Fit.Decades <= FromCurve).Select(f => f.Series).ToList();
        var arrhenius = SeriesFits.Of("arrhenius", measured);
        var vtf = SeriesFits.Of("vtf", measured);
        yield return arrhenius.Row("amorphous polymers, measured points", "bends: the activation energy falls on heating, which one energy cannot tell");
        yield return vtf.Row(
            "the same",
            string.Create(CultureInfo.InvariantCulture, $"one parameter more leaves {Ratio(vtf.Median, arrhenius.Median)} of the distance: the law of amorphous polymers"));
        yield return SeriesFits.Of("vtf", tabulated).Row(
            "amorphous polymers, tabulated from published curves", "circular: such rows are VTF laws written out, and show only that the fit finds them again");

        // PEO with crystals, measured from well below to well above its melting at about 65 degC.
        var peo = all.Where(s => s.IsCrystalline && s.Polymer is "PEO" or "poly(ethylene oxide)"
            && s.Temperatures[0] <= 46 + Celsius && s.Temperatures[^1] >= 80 + Celsius && s.Temperatures.Length >= 8).ToList();
        var straight = SeriesFits.Of("arrhenius", peo);
        var bent = SeriesFits.Of("vtf", peo);
        var molten = MeasuredSets.Salts().MinBy(r => Math.Abs(r.LithiumPerUnit - (1.0 / 16)))!;
        var window = SeriesFits.Of("semi-crystalline", peo, new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["amorphous.b"] = molten.B,
            ["amorphous.t0"] = molten.T0,
        });
        yield return straight.Row("PEO with crystals, through its melting", "the step at the melting is taken for an activation energy");
        int driven = bent.Fits.Count(f => f.Fit["T_0"].AtBound || f.Series.Temperatures[0] - f.Fit["T_0"].Value < Near);
        yield return bent.Row(
            "the same",
            string.Create(CultureInfo.InvariantCulture, $"fails: it has no step and lies {bent.Median / vtf.Median:0} times as far off as for amorphous polymers; in {driven} of {bent.Fits.Count} series T_0 comes within {Near} K of the coldest point, far above any glass transition"));
        double[] crystals = [.. window.Fits.Select(f => f.Fit["chi_0"].Value)], melting = [.. window.Fits.Select(f => f.Fit["T_m"].Value - Celsius)];
        yield return window.Row(
            "the same; B and T_0 held at those of PEO-LiTFSI, EO:Li = 16",
            string.Create(
                CultureInfo.InvariantCulture,
                $"leaves {Ratio(window.Median, bent.Median)} of the VTF law's distance with one parameter more; median T_m {SeriesFits.Quantile(melting, 0.5):0} degC, chi_0 {SeriesFits.Quantile(crystals, 0.5):0.00}; {window.Refused} series refused because they do not determine the window; the exponent and the past of the sample remain open, so that chi_0 is no crystallinity of calorimetry"));
        yield return Tabulated();
    }

    /// <summary>Published VTF parameters against conductivities tabulated beside them: what rounding and reading off cost.</summary>
    private static DataComparison Tabulated()
    {
        double[] decades = [.. MeasuredSets.Salts().SelectMany(r => new[] { (T: 60 + Celsius, S: r.At60), (T: 90 + Celsius, S: r.At90) }
            .Where(p => !double.IsNaN(p.S))
            .Select(p => Math.Log10(p.S * Math.Sqrt(p.T) / r.Prefactor) + (r.B / (p.T - r.T0) / Math.Log(10))))];
        double rms = Math.Sqrt(decades.Average(d => d * d));
        return new DataComparison(
            "vtf", "PEO-LiTFSI, published parameters against conductivities of the same source", MeasuredSets.Salts().Count, decades.Length, 0, rms,
            SeriesFits.Quantile([.. decades.Select(Math.Abs)], 0.9), "what rounding of the parameters costs");
    }

    private static string Ratio(double part, double whole) => string.Create(CultureInfo.InvariantCulture, $"{100 * part / whole:0} %");
}

using System.Globalization;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Library.Fitting.AgainstData;

/// <summary>Ion pairs against the conductivity of molten PEO-LiTFSI at growing salt content.</summary>
internal static class SaltComparisons
{
    private const double Temperature = 363.15;
    private const double Dilute = 0.05;

    /// <summary>Molar volumes, m3/mol: 44.05 g/mol of ethylene oxide at 1.13 g/cm3 and 287.1 g/mol of LiTFSI at 2.0 g/cm3, taken as additive.</summary>
    private const double UnitVolume = 44.05e-6 / 1.13, SaltVolume = 287.1e-6 / 2.0;

    public static IEnumerable<DataComparison> Rows()
    {
        var rows = MeasuredSets.Salts();
        var few = Fit(rows.Where(r => r.LithiumPerUnit <= Dilute));
        var all = Fit(rows);
        double largest = rows.MaxBy(r => r.At90)!.LithiumPerUnit;
        yield return Row(
            few,
            string.Create(CultureInfo.InvariantCulture, $"PEO-LiTFSI at 90 degC against salt, Li:EO up to {Dilute}"),
            few.Fit.Parameters[0].AtBound
                ? "K runs to its upper bound: the conductivity grows as fast as the salt, so that these data show no pairs at all"
                : string.Create(CultureInfo.InvariantCulture, $"K = {few.K / 1000:0.#e0} mol/L with mobilities that do not change"));
        yield return Row(all, "the same up to Li:EO = 0.5", string.Create(
            CultureInfo.InvariantCulture,
            $"fails: the conductivity has its maximum at Li:EO = {largest:0.##}, because salt stiffens the polymer (T_0 rises); mobilities must fall with salt, which a constant D does not tell"));
    }

    private static DataComparison Row((double K, FitResult Fit) fit, string data, string says)
    {
        double decades = Math.Sqrt(fit.Fit.Residuals.Average(r => r * r)) / Math.Log(10);
        return new DataComparison("ion-pairs", data, 1, fit.Fit.Residuals.Count, 2, decades, decades, says);
    }

    private static (double K, FitResult Fit) Fit(IEnumerable<SaltRow> rows)
    {
        var some = rows.Where(r => !double.IsNaN(r.At90)).ToList();
        double[] c = [.. some.Select(r => 1 / ((UnitVolume / r.LithiumPerUnit) + SaltVolume))];
        var fit = LevenbergMarquardt.Fit(
            new Model(), c, [.. some.Select(r => Math.Log(r.At90))],
            [new FitParameter("dissociation constant K", Math.Log(1000), Math.Log(1e-3), Math.Log(1e7)), new FitParameter("diffusivity D", Math.Log(1e-11))]);
        return (Math.Exp(fit.Parameters[0].Value), fit);
    }

    /// <summary>ln sigma of <see cref="IonPairConductivity"/> with one diffusivity for both ions; parameters ln K and ln D.</summary>
    private sealed class Model : IFitModel
    {
        private const double Step = 1e-5;

        public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            double k = parameters[0], d = parameters[1];
            gradient[0] = (Logarithm(x, k + Step, d) - Logarithm(x, k - Step, d)) / (2 * Step);
            gradient[1] = 1;
            return Logarithm(x, k, d);
        }

        private static double Logarithm(double x, double k, double d)
        {
            var mobility = new ConstantFunction(Math.Exp(d));
            return Math.Log(new IonPairConductivity(new SaltDissociation(Math.Exp(k), 0, Temperature), mobility, mobility).Evaluate(x, Temperature).Value);
        }
    }
}

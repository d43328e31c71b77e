using System.Globalization;
using Xunit;

namespace Ionolith.Testing;

/// <summary>Observed orders of convergence from the errors at n, 2n, 4n, ...</summary>
/// <param name="Errors">Errors at successively halved intervals; positive.</param>
public sealed record ConvergenceStudy(IReadOnlyList<double> Errors)
{
    /// <summary>Order between each resolution and the next: log2 of the ratio of their errors.</summary>
    public IReadOnlyList<double> Orders => [.. Errors.Zip(Errors.Skip(1), (coarse, fine) => Math.Log2(coarse / fine))];

    /// <summary>Runs a study.</summary>
    /// <param name="coarsest">Number of intervals of the coarsest resolution.</param>
    /// <param name="levels">Number of resolutions; at least two.</param>
    /// <param name="error">Error at a number of intervals.</param>
    /// <returns>The study.</returns>
    public static ConvergenceStudy Of(int coarsest, int levels, Func<int, double> error) =>
        new([.. Enumerable.Range(0, levels).Select(k => error(coarsest << k))]);

    /// <summary>Orders observed against a reference that has an error of the same order itself.</summary>
    /// <remarks>With error C/n^p at n and C/m^p in the reference at m, the difference is C (n^-p - m^-p); C is solved for.</remarks>
    /// <param name="resolutions">Numbers of intervals.</param>
    /// <param name="reference">Number of intervals of the reference.</param>
    /// <param name="order">Expected order p.</param>
    /// <param name="differences">Differences from the reference.</param>
    /// <returns>The study with the reference's share removed.</returns>
    public static ConvergenceStudy AgainstReference(
        IReadOnlyList<int> resolutions, int reference, double order, IReadOnlyList<double> differences) =>
        new([.. resolutions.Zip(differences, (n, d) => d / (1 - Math.Pow((double)n / reference, order)))]);

    /// <summary>Asserts that the finest observed order lies within (p - 0.15, p + 0.5).</summary>
    /// <param name="order">Expected order p.</param>
    public void HasOrder(double order)
    {
        Assert.All(Errors, e => Assert.True(e > 0 && double.IsFinite(e), $"The errors must be positive: {this}."));
        double observed = Orders[^1];
        Assert.True(observed > order - 0.15 && observed < order + 0.5, $"Expected order {order.ToString(CultureInfo.InvariantCulture)}: {this}.");
    }

    /// <summary>Asserts that the finest observed order is at least p - 0.15.</summary>
    /// <param name="order">Expected order p.</param>
    public void HasOrderAtLeast(double order) =>
        Assert.True(Orders[^1] > order - 0.15, $"Expected at least order {order.ToString(CultureInfo.InvariantCulture)}: {this}.");

    /// <inheritdoc/>
    public override string ToString() =>
        $"errors {string.Join(", ", Errors.Select(e => e.ToString("0.###e0", CultureInfo.InvariantCulture)))}, "
        + $"orders {string.Join(", ", Orders.Select(o => o.ToString("0.00", CultureInfo.InvariantCulture)))}";
}

namespace Ionolith.Library.Fitting.AgainstData;

/// <summary>A law compared with a set of public data.</summary>
/// <param name="Law">Name of the law in files.</param>
/// <param name="Data">What it is compared with.</param>
/// <param name="Series">Number of series, each of which has parameters of its own.</param>
/// <param name="Points">Number of points of all series.</param>
/// <param name="Parameters">Number of parameters that are fitted for one series.</param>
/// <param name="Decades">Median over the series of the root mean square of log10(data/law).</param>
/// <param name="WorstDecile">The root mean square that nine tenths of the series do not exceed.</param>
/// <param name="Says">What the comparison says.</param>
public sealed record DataComparison(
    string Law, string Data, int Series, int Points, int Parameters, double Decades, double WorstDecile, string Says);

namespace Ionolith.Reports.Theory;

/// <summary>A curve of a figure.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">Horizontal values, in the unit of the axis.</param>
/// <param name="Y">Vertical values, as many; NaN where there is none.</param>
/// <param name="IsPoints">Whether it is drawn as points: a solution in closed form, or measured values.</param>
public sealed record TheoryCurve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, bool IsPoints = false);

/// <summary>A figure of the theory: what a mechanism does, computed by the program.</summary>
/// <param name="Name">Name of its file, without its ending.</param>
/// <param name="XTitle">Horizontal axis, with its unit.</param>
/// <param name="YTitle">Vertical axis, with its unit.</param>
/// <param name="Caption">What is seen, and with which values.</param>
/// <param name="Curves">The curves.</param>
public sealed record TheoryFigure(string Name, string XTitle, string YTitle, string Caption, IReadOnlyList<TheoryCurve> Curves)
{
    /// <summary>Whether the horizontal axis is logarithmic.</summary>
    public bool XLogarithmic { get; init; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    public bool YLogarithmic { get; init; }
}

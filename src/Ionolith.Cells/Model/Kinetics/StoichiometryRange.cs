using System.Runtime.Intrinsics;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>How a host behaves once its surface is empty or full.</summary>
/// <remarks>
/// Thermodynamics lets every potential go to plus and minus infinity at stoichiometries 0 and 1, with R T/F ln[x/(1 - x)]; measured curves
/// and fits end at some finite value there. Beyond the ends the potential goes on along a line of 1 V per 1e-5, so steep that next to
/// no lithium is stored on it, and the exchange current keeps its value at the end. So the voltage of a full or empty host runs into
/// the limit of the protocol, and an empty material in a blend waits. A function that says it holds only inside 0 to 1 is not extended.
/// The line starts where x or 1 - x is 1e-6 and is steeper there than the exchange current makes the overpotential: one bend, always in the
/// same sense, which Newton's iteration passes.
/// </remarks>
internal readonly struct StoichiometryRange
{
    private const double Edge = 1e-6;
    private const double Steepness = 1e5;
    private readonly double _lower;
    private readonly double _upper;

    /// <summary>The range of a potential.</summary>
    /// <param name="domain">Stoichiometries at which the potential is known.</param>
    public StoichiometryRange((double Lower, double Upper) domain)
    {
        _lower = domain.Lower <= 0 ? Edge : double.NegativeInfinity;
        _upper = domain.Upper >= 1 ? 1 - Edge : double.PositiveInfinity;
    }

    /// <summary>Slope of a potential beyond the ends, V.</summary>
    public const double Slope = -Steepness;

    /// <summary>Distance beyond an end at which the potential has moved by 100 V: a cell that is driven that far cannot go on.</summary>
    public const double Farthest = 100 / Steepness;

    /// <summary>A stoichiometry to start from: a host that is described as empty or full is so but for two millionths.</summary>
    public static double Start(double x) => Math.Clamp(x, 2 * Edge, 1 - (2 * Edge));

    /// <summary>The nearest stoichiometry inside the range.</summary>
    public double Inside(double x) => Math.Min(Math.Max(x, _lower), _upper);

    /// <summary>The nearest stoichiometries inside the range.</summary>
    public Vector512<double> Inside(Vector512<double> x) => Vector512.Min(Vector512.Max(x, Rows.All(_lower)), Rows.All(_upper));

    /// <summary>What the potential gains, V, at a stoichiometry that is smaller than the nearest one inside by a distance.</summary>
    public static double Beyond(double distance) => Steepness * distance;

    /// <summary>What the potentials gain, V, at stoichiometries that are smaller than the nearest ones inside by distances.</summary>
    public static Vector512<double> Beyond(Vector512<double> distance) => Steepness * distance;
}

using Ionolith.Numerics.Scalars;

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>How the current density of an interface follows its overpotential.</summary>
/// <remarks>
/// A law gives i/i_0 = g(u) of the dimensionless overpotential u = F eta/(R T), normalised to g ~ u for small u, in the compressed
/// form asinh(g/2): for symmetric Butler-Volmer kinetics that is u/2, a straight line, on which Newton's iteration converges from
/// anywhere. A law is one struct in one file and one line in <see cref="KineticsLaws"/>.
/// </remarks>
public interface IKineticsLaw
{
    /// <summary>Compressed current asinh(i/(2 i_0)).</summary>
    /// <typeparam name="T">Scalar.</typeparam>
    /// <param name="u">Dimensionless overpotential F eta/(R T), positive on delithiation.</param>
    /// <param name="thermalEnergy">R T, J/mol.</param>
    /// <returns>asinh(i/(2 i_0)).</returns>
    T CompressedCurrent<T>(T u, T thermalEnergy) where T : struct, INum<T>;
}

using Ionolith.Numerics.Scalars;

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>Symmetric Butler-Volmer kinetics, i = i_0 [exp(u/2) - exp(-u/2)].</summary>
/// <remarks>Source: J. Newman and K. E. Thomas-Alyea, Electrochemical Systems, 3rd ed., Wiley 2004, chapter 8.</remarks>
public readonly struct ButlerVolmer : IKineticsLaw
{
    /// <inheritdoc/>
    public T CompressedCurrent<T>(T u, T thermalEnergy) where T : struct, INum<T> => 0.5 * u;
}

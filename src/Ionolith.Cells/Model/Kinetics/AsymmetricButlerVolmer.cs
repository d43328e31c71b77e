using Ionolith.Numerics.Scalars;

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>Butler-Volmer kinetics with unequal transfer coefficients, i = i_0 [exp(a u) - exp(-(1 - a) u)].</summary>
/// <param name="AnodicCoefficient">Anodic transfer coefficient a, 1; between 0 and 1.</param>
/// <remarks>Source: J. Newman and K. E. Thomas-Alyea, Electrochemical Systems, 3rd ed., Wiley 2004, chapter 8.</remarks>
public readonly record struct AsymmetricButlerVolmer(double AnodicCoefficient) : IKineticsLaw
{
    /// <inheritdoc/>
    public T CompressedCurrent<T>(T u, T thermalEnergy) where T : struct, INum<T>
    {
        double a = AnodicCoefficient;
        return T.Asinh(0.5 * (T.Exp(a * u) - T.Exp((a - 1) * u)));
    }
}

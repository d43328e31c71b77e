using Ionolith.Numerics.Scalars;

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>Marcus-Hush-Chidsey kinetics in closed form: the rate levels off at overpotentials beyond the reorganisation energy.</summary>
/// <param name="ReorganisationEnergy">Reorganisation energy, J/mol; positive.</param>
/// <remarks>
/// i/i_0 = 2 tanh(u/2) erfc[a(u)]/erfc[a(0)], a(u) = [l - sqrt(1 + sqrt(l) + u^2)]/(2 sqrt(l)), l = energy/(R T).
/// Source: Y. Zeng, R. B. Smith, P. Bai and M. Z. Bazant, J. Electroanal. Chem. 735 (2014) 77, doi:10.1016/j.jelechem.2014.09.038,
/// normalised here so that the charge-transfer resistance is R T/(F i_0) as in Butler-Volmer. Measured against the integral: the closed
/// form is within 5 %, normalised within 10 %, for l from 8 to 16; beyond, both errors grow, normalised to 22 % at l = 2 and 30.
/// </remarks>
public readonly record struct MarcusHushChidsey(double ReorganisationEnergy) : IKineticsLaw
{
    /// <inheritdoc/>
    public T CompressedCurrent<T>(T u, T thermalEnergy) where T : struct, INum<T>
    {
        T l = T.Constant(ReorganisationEnergy) / thermalEnergy, root = T.Sqrt(l), one = T.Constant(1);
        T width = 2 * root;
        T here = T.Erfc((l - T.Sqrt(one + root + (u * u))) / width);
        T rest = T.Erfc((l - T.Sqrt(one + root)) / width);
        return T.Asinh(T.Tanh(0.5 * u) * here / rest);
    }
}

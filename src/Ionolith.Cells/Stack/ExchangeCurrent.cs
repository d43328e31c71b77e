using Ionolith.Materials.Laws;

namespace Ionolith.Cells.Stack;

/// <summary>Exchange current density of an interface, A per m2 of interface.</summary>
/// <remarks>
/// i_0 = i_ref(x, T) (c_e/c_ref)^p_e x^p_x (1 - x)^p_v. All laws of the field are cases of it: p_e = 0 for a solid
/// electrolyte, p_e = p_x = p_v = 1/2 for the usual liquid cell, all zero for a constant or an expression in x.
/// </remarks>
public sealed record ExchangeCurrent
{
    /// <summary>Prefactor, A/m2, of stoichiometry (of nothing at a lithium surface) and temperature.</summary>
    public required IPropertyFunction Reference { get; init; }

    /// <summary>Salt concentration at which the prefactor holds, mol/m3.</summary>
    public double ReferenceConcentration { get; init; } = 1000;

    /// <summary>Exponent p_e of the salt concentration; must be zero against a single-ion conductor.</summary>
    public double ElectrolyteExponent { get; init; }

    /// <summary>Exponent p_x of the stoichiometry.</summary>
    public double StoichiometryExponent { get; init; }

    /// <summary>Exponent p_v of the vacant share 1 - x.</summary>
    public double VacancyExponent { get; init; }
}

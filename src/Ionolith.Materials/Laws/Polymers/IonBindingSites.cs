namespace Ionolith.Materials.Laws.Polymers;

/// <summary>The ion that a site holds.</summary>
public enum BoundIon
{
    /// <summary>The anion: Lewis acid sites, as on organic montmorillonite.</summary>
    Anion,

    /// <summary>The lithium ion: Lewis base sites, such as hydroxyl and amino groups.</summary>
    Cation,
}

/// <summary>Sites on a filler or polymer that hold one ion of the salt and so draw ion pairs apart.</summary>
/// <param name="Ion">The ion that they hold; held ions do not move.</param>
/// <param name="Concentration">Concentration of sites in the electrolyte, mol/m3; zero or more.</param>
/// <param name="BindingConstant">K_b = [held]/([free ion][free site]) at the reference temperature of the salt, m3/mol; zero or more.</param>
/// <param name="BindingEnthalpy">Enthalpy of binding, J/mol; negative where binding releases heat.</param>
public sealed record IonBindingSites(BoundIon Ion, double Concentration, double BindingConstant, double BindingEnthalpy = 0);

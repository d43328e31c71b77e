using Ionolith.Materials.Laws.Polymers;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>The keys of laws of ion pairs and free ions.</summary>
internal static class IonPairKeys
{
    public static readonly IReadOnlyList<LawKey> All =
    [
        LawKey.Quantity("dissociation-constant", QuantityKinds.Concentration, LawRule.Positive, "K = [+][-]/[pair] at T_ref"),
        LawKey.Quantity("dissociation-enthalpy", QuantityKinds.MolarEnergy, LawRule.Finite, 0, "dH; negative where pairs form on heating, as in PEO"),
        LawKey.Quantity("reference-temperature", QuantityKinds.Temperature, LawRule.Positive, 298.15, "T_ref of K and K_b"),
        LawKey.Function("cation-diffusivity", "D_+ of free cations") with { Kind = QuantityKinds.Diffusivity, Property = "diffusivity" },
        LawKey.Function("anion-diffusivity", "D_- of free anions") with { Kind = QuantityKinds.Diffusivity, Property = "diffusivity" },
        LawKey.Section(
            "sites",
            "Lewis sites that hold one of the ions",
            LawKey.Word("hold", "the ion that they hold", "anion", "cation"),
            LawKey.Quantity("concentration", QuantityKinds.Concentration, LawRule.NotNegative, "sites in the electrolyte"),
            LawKey.Quantity("binding-constant", QuantityKinds.BindingConstant, LawRule.NotNegative, "K_b = [held]/([free ion][free site]) at T_ref"),
            LawKey.Quantity("binding-enthalpy", QuantityKinds.MolarEnergy, LawRule.Finite, 0, "negative where binding releases heat")),
    ];

    public static IonPairConductivity Read(LawReader law)
    {
        double constant = law.Quantity("dissociation-constant");
        double enthalpy = law.Quantity("dissociation-enthalpy");
        double reference = law.Quantity("reference-temperature");
        var plus = law.Function("cation-diffusivity");
        var minus = law.Function("anion-diffusivity");
        return new IonPairConductivity(new SaltDissociation(constant, enthalpy, reference, ReadSites(law)), plus, minus);
    }

    public static void Write(IonPairConductivity function, LawWriter law)
    {
        var salt = function.Dissociation;
        law.Quantity("dissociation-constant", salt.DissociationConstant);
        law.Quantity("dissociation-enthalpy", salt.DissociationEnthalpy);
        law.Quantity("reference-temperature", salt.ReferenceTemperature);
        law.Function("cation-diffusivity", function.CationDiffusivity);
        law.Function("anion-diffusivity", function.AnionDiffusivity);
        if (salt.Sites.Concentration > 0)
        {
            law.Section("sites", sites =>
            {
                sites.Word("hold", salt.Sites.Ion == BoundIon.Anion ? "anion" : "cation");
                sites.Quantity("concentration", salt.Sites.Concentration);
                sites.Quantity("binding-constant", salt.Sites.BindingConstant);
                sites.Quantity("binding-enthalpy", salt.Sites.BindingEnthalpy);
            });
        }
    }

    private static IonBindingSites? ReadSites(LawReader law)
    {
        if (law.Section("sites") is not { } section)
        {
            return null;
        }

        var ion = section.Word("hold") is "cation" ? BoundIon.Cation : BoundIon.Anion;
        var sites = new IonBindingSites(
            ion, section.Quantity("concentration"), section.Quantity("binding-constant"), section.Quantity("binding-enthalpy"));
        section.Finish();
        return sites;
    }
}

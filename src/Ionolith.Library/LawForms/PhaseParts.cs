using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>Named phases with their volume fractions.</summary>
internal sealed record PhaseParts(string[] Names, double[] Fractions, IPropertyFunction[] Phases)
{
    public static readonly LawKey Key = LawKey.Parts(
        "phases",
        "the phases by name; their fractions add up to 1",
        LawKey.Quantity("fraction", QuantityKinds.Number, LawRule.Fraction, "volume fraction"),
        LawKey.Function("phase", "the property of the phase"));

    /// <summary>Reads the phases; null, with a problem, if they are not all there.</summary>
    public static PhaseParts? Read(LawReader law)
    {
        var names = new List<string>();
        var fractions = new List<double>();
        var phases = new List<IPropertyFunction>();
        foreach (var (name, part) in law.Parts("phases"))
        {
            names.Add(name);
            fractions.Add(part.Quantity("fraction"));
            phases.Add(part.Function("phase"));
            part.Finish();
        }

        return law.HasProblems ? null : new PhaseParts([.. names], [.. fractions], [.. phases]);
    }

    public MixtureFunction Mixture(IMixingRule rule) => new(rule, Phases) { PhaseNames = Names };
}

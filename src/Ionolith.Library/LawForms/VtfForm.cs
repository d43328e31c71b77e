using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: vtf, <see cref="VtfFunction"/>.</summary>
internal sealed class VtfForm : LawForm<VtfFunction>
{
    public override string Name => "vtf";

    public override string Meaning => "amorphous polymer, A T^-1/2 exp[-B/(T - T_0)], by its prefactor or by the value at one temperature";

    public override string Source => "H. Vogel 1921, G. S. Fulcher 1925, G. Tammann, W. Hesse 1926";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("reference", "the property at T_ref; or the prefactor") with { IsOptional = true },
        LawKey.Alternative("reference-temperature", QuantityKinds.Temperature, LawRule.Positive, "T_ref; 25 degC where it is left out"),
        LawKey.Function("prefactor", "A, in the unit of the property times K^1/2; or the reference") with { IsOptional = true },
        LawKey.Alternative("b", QuantityKinds.Kelvins, LawRule.Positive, "B; or the energy"),
        LawKey.Alternative("energy", QuantityKinds.MolarEnergy, LawRule.Positive, "R B; or b"),
        LawKey.Quantity("t0", QuantityKinds.Temperature, LawRule.NotNegative, "T_0, about 50 K below the glass transition"),
    ];

    public override IPropertyFunction? Read(LawReader law)
    {
        law.File.RequireOneOf(required: true, "reference", "prefactor");
        law.File.RequireOneOf(required: true, "b", "energy");
        double b = law.Has("b") ? law.Quantity("b") : law.Quantity("energy") / Materials.PhysicalConstants.GasConstant;
        double t0 = law.Quantity("t0");
        double reference = law.Quantity("reference-temperature");
        if (law.OptionalFunction("reference") is { } value)
        {
            return VtfFunction.RelativeTo(value, double.IsNaN(reference) && !law.Has("reference-temperature") ? 298.15 : reference, b, t0);
        }

        if (law.Has("reference-temperature"))
        {
            law.Report("reference-temperature", "belongs to a reference, but the law has a prefactor");
        }

        if (law.OptionalFunction("prefactor") is not { } prefactor)
        {
            return null;
        }

        if (prefactor is not ConstantFunction { Value: var a })
        {
            law.Report("prefactor", "expected a single value");
            return null;
        }

        return new VtfFunction(a, b, t0);
    }

    protected override void Write(VtfFunction function, LawWriter law)
    {
        bool hasReference = double.IsFinite(function.ReferenceTemperature);
        law.Function(hasReference ? "reference" : "prefactor", function.Reference);
        law.Quantity("reference-temperature", function.ReferenceTemperature);
        law.Quantity("b", function.PseudoActivation);
        law.Quantity("t0", function.VanishingTemperature);
    }
}

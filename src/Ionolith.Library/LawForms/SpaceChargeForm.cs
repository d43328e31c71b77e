using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: space-charge, <see cref="SpaceChargeResistance"/>.</summary>
internal sealed class SpaceChargeForm : LawForm<SpaceChargeResistance>
{
    public override string Name => "space-charge";

    public override string Meaning => "resistance of the electrolyte that a potential step at an interface depletes, lessened by a polarised coating";

    public override string Source => "Mott-Schottky layer of one mobile ion; J. Maier, Prog. Solid State Chem. 23 (1995) 171";

    public override QuantityKind Gives => QuantityKinds.ArealResistance;

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("conductivity", "of the undisturbed electrolyte") with { Kind = QuantityKinds.Conductivity, Property = "conductivity" },
        LawKey.Quantity("relative-permittivity", QuantityKinds.Number, LawRule.AtLeastOne, "eps_r of the electrolyte"),
        LawKey.Quantity("carrier-concentration", QuantityKinds.Concentration, LawRule.Positive, "c of the mobile ion"),
        LawKey.Quantity("potential-step", QuantityKinds.Voltage, LawRule.Finite, "U without the dipole layer; positive where it repels the mobile ion"),
        LawKey.Section(
            "dipole-layer",
            "ferroelectric coating that lessens the step by p P d/(eps_r eps_0)",
            LawKey.Quantity("polarisation", QuantityKinds.Polarisation, LawRule.NotNegative, "P"),
            LawKey.Quantity("thickness", QuantityKinds.Length, LawRule.Positive, "d"),
            LawKey.Quantity("relative-permittivity", QuantityKinds.Number, LawRule.AtLeastOne, "eps_r of the layer"),
            LawKey.Quantity("alignment", QuantityKinds.Number, LawRule.Alignment, "p: 1 for one domain towards the cathode, 0 for domains that cancel")),
    ];

    public override IPropertyFunction? Read(LawReader law)
    {
        var conductivity = law.Function("conductivity");
        double permittivity = law.Quantity("relative-permittivity");
        double carriers = law.Quantity("carrier-concentration");
        double step = law.Quantity("potential-step");
        double[] layer = [];
        if (law.Section("dipole-layer") is { } dipoles)
        {
            layer = [dipoles.Quantity("polarisation"), dipoles.Quantity("thickness"), dipoles.Quantity("relative-permittivity"), dipoles.Quantity("alignment")];
            dipoles.Finish();
        }

        return law.HasProblems ? null : new SpaceChargeResistance(
            conductivity, permittivity, carriers, step, layer is [var p, var d, var e, var a] ? new FerroelectricDipoleLayer(p, d, e, a) : null);
    }

    protected override void Write(SpaceChargeResistance function, LawWriter law)
    {
        law.Function("conductivity", function.Conductivity);
        law.Quantity("relative-permittivity", function.RelativePermittivity);
        law.Quantity("carrier-concentration", function.CarrierConcentration);
        law.Quantity("potential-step", function.BareStep);
        if (function.DipoleLayer is { } layer)
        {
            law.Section("dipole-layer", dipoles =>
            {
                dipoles.Quantity("polarisation", layer.Polarisation);
                dipoles.Quantity("thickness", layer.Thickness);
                dipoles.Quantity("relative-permittivity", layer.RelativePermittivity);
                dipoles.Quantity("alignment", layer.Alignment);
            });
        }
    }
}

using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Hosts;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: lattice-gas, <see cref="LatticeGasPotential"/>.</summary>
internal sealed class LatticeGasForm : LawForm<LatticeGasPotential>
{
    public override string Name => "lattice-gas";

    public override string Meaning => "open-circuit potential of a host from its binding energy, E_b/F + R T/F ln[(1 - x)/x] - g (x - 1/2)";

    public override string Source => "W. R. McKinnon, R. R. Haering, Modern Aspects of Electrochemistry 15 (1983) 235";

    public override QuantityKind Gives => QuantityKinds.Voltage;

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Alternative("binding-energy", QuantityKinds.MolarEnergy, LawRule.Finite, "E_b against lithium metal; that of the material where it is left out"),
        LawKey.Quantity("interaction", QuantityKinds.Voltage, LawRule.Finite, 0, "g; positive where lithium atoms repel each other"),
    ];

    public override IPropertyFunction? Read(LawReader law)
    {
        double interaction = law.Quantity("interaction");
        double own = law.Quantity("binding-energy");
        double energy = law.Has("binding-energy") ? own : law.Property.BindingEnergy;
        if (!law.Has("binding-energy") && double.IsNaN(energy))
        {
            law.File.ReportMissing("binding-energy", "here or beside open-circuit-potential, such as binding-energy: \"1.6 eV\"");
            return null;
        }

        return new LatticeGasPotential(energy, interaction);
    }

    protected override void Write(LatticeGasPotential function, LawWriter law)
    {
        law.Quantity("binding-energy", function.BindingEnergy);
        law.Quantity("interaction", function.Interaction);
    }
}

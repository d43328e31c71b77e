using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>The contact between two layers, such as a halide and a sulfide.</summary>
internal sealed class ContactSite(ContactResistance contact, SeriesResistance resistance, double electrolyteThickness)
    : AgeingSite($"{contact.Between} | {contact.And}", contact.Ageing)
{
    /// <inheritdoc/>
    public override double LithiumConsumed => 0;

    /// <inheritdoc/>
    public override bool IsPositive => false;

    /// <inheritdoc/>
    public override InterfaceConditions Conditions(CellModel model, double[] y)
    {
        StateLayout layout = model.Parts.Layout;
        return new InterfaceConditions
        {
            Current = y[layout.Current],
            Potential = double.NaN,
            EquilibriumPotential = double.NaN,
            Overpotential = 0,
            Stoichiometry = double.NaN,
            Temperature = y[layout.Temperature],
            Pressure = model.Pressure,
            ContactedShare = Told.ContactedShare,
            ElectrolyteThickness = electrolyteThickness,
        };
    }

    /// <inheritdoc/>
    protected override void Set(double[] y, in InterfaceEffect effect) =>
        resistance.AddedResistance = effect.Resistance + (contact.Resistance * ((1 / effect.ContactedShare) - 1));

    /// <inheritdoc/>
    protected override void Take(double[] y, double consumed, double lithium)
    {
        // A contact of two electrolytes holds no lithium of the electrodes.
    }
}

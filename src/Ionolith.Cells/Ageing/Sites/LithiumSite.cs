using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>The surface of lithium metal.</summary>
internal sealed class LithiumSite(LithiumSurface surface, ElectrolyteLayer touching, double electrolyteThickness)
    : AgeingSite(surface.Metal.Name, surface.Metal.Ageing)
{
    /// <inheritdoc/>
    public override double LithiumConsumed => surface.Consumed;

    /// <inheritdoc/>
    public override bool IsPositive => !surface.Negative;

    /// <inheritdoc/>
    protected override double[] Accounts
    {
        get => [surface.Consumed];
        set => surface.Consumed = value[0];
    }

    /// <inheritdoc/>
    public override InterfaceConditions Conditions(CellModel model, double[] y)
    {
        StateLayout layout = model.Parts.Layout;
        double current = (surface.Negative ? 1 : -1) * y[layout.Current];
        return new InterfaceConditions
        {
            Current = current,
            Potential = surface.Potential,
            EquilibriumPotential = surface.PotentialShift,
            Overpotential = surface.Overpotential,
            Stoichiometry = double.NaN,
            Temperature = y[layout.Temperature],
            Pressure = model.Pressure,
            ContactedShare = surface.ContactedShare,
            SaltShare = surface.End is { } end ? end.Concentration / model.Parts.ReferenceConcentration : 1,
            ElectrolyteThickness = electrolyteThickness,
            Window = touching.Electrolyte.StabilityWindow,
        };
    }

    /// <inheritdoc/>
    protected override void Set(double[] y, in InterfaceEffect effect)
    {
        surface.ContactedShare = effect.ContactedShare;
        surface.AddedResistance = effect.Resistance;
        surface.PotentialShift = effect.PotentialShift;
    }

    /// <inheritdoc/>
    protected override void Take(double[] y, double consumed, double lithium) => surface.Consumed = consumed;
}

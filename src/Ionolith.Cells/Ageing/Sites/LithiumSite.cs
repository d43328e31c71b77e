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
            LithiumMolarVolume = surface.Metal.MolarVolume,
            Window = touching.Electrolyte.StabilityWindow,
        };
    }

    /// <inheritdoc/>
    public override bool HoldsByContent => false;

    /// <inheritdoc/>
    public override bool Drifts => true;

    /// <inheritdoc/>
    public override InterfaceEffect Seen => Told with { ContactedShare = surface.ContactedShare, Resistance = surface.AddedResistance, PotentialShift = surface.PotentialShift };

    /// <inheritdoc/>
    public override void Drift(double time, in InterfaceEffect now, in InterfaceEffect then, double ahead) => surface.Drift = new(
        time,
        (now.ContactedShare, now.Resistance, now.PotentialShift),
        ((then.ContactedShare - now.ContactedShare) / ahead, (then.Resistance - now.Resistance) / ahead, (then.PotentialShift - now.PotentialShift) / ahead));

    /// <inheritdoc/>
    protected override void Set(double[] y, in InterfaceEffect effect)
    {
        surface.Drift = null;
        surface.ContactedShare = effect.ContactedShare;
        surface.AddedResistance = effect.Resistance;
        surface.PotentialShift = effect.PotentialShift;
    }

    /// <inheritdoc/>
    protected override void Take(double[] y, double consumed, double lithium) => surface.Consumed = consumed;
}

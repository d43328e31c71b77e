using Ionolith.Cells.Light;

namespace Ionolith.Reports;

/// <summary>Where the light of a run went; the energies add up to that of the light.</summary>
/// <param name="Key">Name in JSON.</param>
/// <param name="Name">Name for a reader.</param>
/// <param name="Energy">Energy, J.</param>
public sealed record LightFlows(string Key, string Name, double Energy)
{
    /// <summary>The flows of all steps with light.</summary>
    /// <param name="light">What light did.</param>
    /// <returns>The flows.</returns>
    public static IReadOnlyList<LightFlows> Of(LightResult light)
    {
        ArgumentNullException.ThrowIfNull(light);
        return
        [
            Sum("reflected", "reflected", static s => s.Reflected),
            Sum("transmitted", "transmitted", static s => s.Transmitted),
            Sum("absorption_heat", "heat of absorption", static s => s.AbsorptionHeat),
            Sum("recombined", "recombined in the diode", static s => s.Recombined),
            Sum("shunted", "lost in the shunt", static s => s.Shunted),
            Sum("leaked", "lost in the leak", static s => s.Leaked),
            Sum("layer_loss", "overpotential in the layers", static s => s.LayerLoss),
            Sum("delivered", "delivered at the terminals", static s => s.Delivered),
            Sum("stored", "stored in the hosts", static s => s.Stored),
        ];

        LightFlows Sum(string key, string name, Func<LightTotals, double> of) => new(key, name, of(light.Totals));
    }
}

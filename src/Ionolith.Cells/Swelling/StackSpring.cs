using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Swelling;

/// <summary>The pressure that a stack builds up in a frame that holds it.</summary>
/// <remarks>
/// A stack that would grow by d is squeezed by its frame and widens it: d = dp/k + dp sum L_i/M_i, with the stiffness k of the frame and the moduli M_i of layers of thickness
/// L_i. So dp = K d with 1/K = 1/k + sum L_i/M_i; a soft frame keeps the pressure constant, a rigid one leaves it to the layers. A balance of lengths with linear
/// elasticity, derived; that the layers neither yield nor flow is assumed. Where the stack shrinks away from its frame the pressure ends at zero.
/// </remarks>
public static class StackSpring
{
    /// <summary>Stiffness K of frame and layers in series.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>K, Pa/m; zero where the pressure is kept constant.</returns>
    public static double Stiffness(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Swelling is { StackStiffness: > 0 and var frame } ? 1 / ((1 / frame) + cell.Layers.Sum(Compliance)) : 0;
    }

    private static double Compliance(Layer layer) => layer switch
    {
        ElectrolyteLayer electrolyte => layer.Thickness / electrolyte.CompressionModulus,
        PorousElectrode electrode => layer.Thickness / electrode.CompressionModulus,
        _ => 0,
    };
}

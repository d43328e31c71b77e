using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Comparison;

/// <summary>Puts another electrolyte into a cell: between the electrodes and into the composite electrodes.</summary>
/// <remarks>
/// All else stays: geometry, volume fractions, tortuosities, and the exchange currents at the start. A law of exchange current that knows
/// the salt concentration follows the new salt from its initial concentration; against a single-ion conductor it does without.
/// </remarks>
public static class ElectrolyteSubstitution
{
    /// <summary>The cell with the electrolyte in every layer that holds one.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="electrolyte">The electrolyte.</param>
    /// <returns>The changed cell.</returns>
    public static CellDescription WithElectrolyte(this CellDescription cell, Electrolyte electrolyte)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(electrolyte);
        var (first, last) = (cell.Layers.OfType<ElectrolyteLayer>().First().Electrolyte, cell.Layers.OfType<ElectrolyteLayer>().Last().Electrolyte);
        bool beforeSeparator = true;
        return cell with
        {
            Layers = [.. cell.Layers.Select(layer => layer switch
            {
                ElectrolyteLayer separator => Passed(separator with { Electrolyte = electrolyte }),
                LithiumMetal lithium => lithium with { Kinetics = Against(lithium.Kinetics, beforeSeparator ? first : last, electrolyte) },
                PorousElectrode electrode => electrode with
                {
                    Electrolyte = electrolyte,
                    ActivePhases = [.. electrode.ActivePhases.Select(p => p with { Kinetics = Against(p.Kinetics, electrode.Electrolyte, electrolyte) })],
                },
                _ => layer,
            })],
        };

        ElectrolyteLayer Passed(ElectrolyteLayer layer)
        {
            beforeSeparator = false;
            return layer;
        }
    }

    /// <summary>The cell with electrolyte layers of this total thickness; several layers keep their proportions.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="thickness">Thickness between the electrodes, m.</param>
    /// <returns>The changed cell.</returns>
    public static CellDescription WithSeparatorThickness(this CellDescription cell, double thickness)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double factor = thickness / cell.SeparatorThickness();
        return cell with
        {
            Layers = [.. cell.Layers.Select(layer => layer is ElectrolyteLayer ? layer with { Thickness = layer.Thickness * factor } : layer)],
        };
    }

    /// <summary>Thickness between the electrodes.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Sum over the electrolyte layers, m.</returns>
    public static double SeparatorThickness(this CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Layers.OfType<ElectrolyteLayer>().Sum(l => l.Thickness);
    }

    /// <summary>Kinetics against another electrolyte: the same exchange current at the start.</summary>
    internal static InterfaceKinetics Against(InterfaceKinetics kinetics, Electrolyte before, Electrolyte after)
    {
        var exchange = kinetics.ExchangeCurrent;
        double atStart = before.Salt is { } salt ? Math.Pow(salt.InitialConcentration / exchange.ReferenceConcentration, exchange.ElectrolyteExponent) : 1;
        var reference = atStart == 1 ? exchange.Reference : new ScaledFunction(exchange.Reference, atStart);
        return kinetics with
        {
            ExchangeCurrent = after.Salt is { } other
                ? exchange with { Reference = reference, ReferenceConcentration = other.InitialConcentration }
                : exchange with { Reference = reference, ElectrolyteExponent = 0 },
        };
    }
}

namespace Ionolith.Cells.Light;

/// <summary>What light did in a run.</summary>
/// <param name="Uptake">Where light goes in the positive electrode.</param>
/// <param name="Steps">The steps with light, in order; of a long run of which only summaries are kept, those of its first and last cycle.</param>
/// <param name="Totals">All steps with light.</param>
public sealed record LightResult(LightUptake Uptake, IReadOnlyList<LightStep> Steps, LightTotals Totals)
{
    /// <summary>Charge that the light has moved through the cell in all steps, C.</summary>
    public double Photocharge => Totals.Photocharge;

    /// <summary>Energy of the light in all steps, J.</summary>
    public double LightEnergy => Totals.LightEnergy;

    /// <summary>Energy gained over that of the light, 1; NaN without light.</summary>
    public double Efficiency => Totals.Gained / LightEnergy;
}

/// <summary>Charge and energy of one step with light; all energies are of the whole area.</summary>
/// <remarks>
/// Light = reflected + transmitted + heat of absorption + lost in the diode + lost in the shunt + work; work = delivered at the terminals + taken by
/// the layers + lost in the leak; taken by the layers = stored + lost in the layers. Each balance is exact up to round-off, the last by definition.
/// </remarks>
public sealed record LightStep
{
    /// <summary>Number of the step from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Number of its cycle from 1.</summary>
    public int Cycle { get; init; } = 1;

    /// <summary>Power of the light, W/m2.</summary>
    public required double Irradiance { get; init; }

    /// <summary>Duration, s.</summary>
    public required double Duration { get; init; }

    /// <summary>Whether light alone could charge the cell at the start of the step.</summary>
    public required LightFeasibility Feasibility { get; init; }

    /// <summary>Charge that the light has moved, C: what the holes have oxidised less what recombined. Heat moves lithium between hosts, but none of this.</summary>
    public required double Photocharge { get; init; }

    /// <summary>Energy of the light, J.</summary>
    public required double LightEnergy { get; init; }

    /// <summary>Part that is reflected, J.</summary>
    public required double Reflected { get; init; }

    /// <summary>Part that passes through, J.</summary>
    public required double Transmitted { get; init; }

    /// <summary>Heat of absorption, J: energy of the photons above what their separated pairs carry at the cell's voltage.</summary>
    public required double AbsorptionHeat { get; init; }

    /// <summary>Recombination in the diode, J.</summary>
    public required double Recombined { get; init; }

    /// <summary>Lost in the shunt, J.</summary>
    public required double Shunted { get; init; }

    /// <summary>Electrical work of the photocurrent, J.</summary>
    public required double Work { get; init; }

    /// <summary>Energy delivered at the terminals, J; negative on charge.</summary>
    public required double Delivered { get; init; }

    /// <summary>Lost in the leak beside the layers, J.</summary>
    public required double Leaked { get; init; }

    /// <summary>Change of the energy that the hosts store, J: what an infinitely slow discharge back would give.</summary>
    public required double Stored { get; init; }

    /// <summary>Lost as overpotential in the layers, J.</summary>
    public double LayerLoss => Work - Delivered - Leaked - Stored;

    /// <summary>What the cell has more, and gave at its terminals, J.</summary>
    public double Gained => Stored + Delivered;

    /// <summary>Energy gained over that of the light, 1.</summary>
    public double Efficiency => Gained / LightEnergy;

    /// <summary>Heat in the cell, J: all of the light but what is reflected, transmitted or gained.</summary>
    public double Heat => AbsorptionHeat + Recombined + Shunted + Leaked + LayerLoss;
}

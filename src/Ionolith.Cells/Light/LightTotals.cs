namespace Ionolith.Cells.Light;

/// <summary>Charge and energy of several steps with light; all energies are of the whole area.</summary>
public sealed record LightTotals
{
    /// <summary>Charge that the light has moved, C.</summary>
    public double Photocharge { get; init; }

    /// <summary>Energy of the light, J.</summary>
    public double LightEnergy { get; init; }

    /// <summary>Part that is reflected, J.</summary>
    public double Reflected { get; init; }

    /// <summary>Part that passes through, J.</summary>
    public double Transmitted { get; init; }

    /// <summary>Heat of absorption, J.</summary>
    public double AbsorptionHeat { get; init; }

    /// <summary>Recombination in the diode, J.</summary>
    public double Recombined { get; init; }

    /// <summary>Lost in the shunt, J.</summary>
    public double Shunted { get; init; }

    /// <summary>Lost in the leak beside the layers, J.</summary>
    public double Leaked { get; init; }

    /// <summary>Lost as overpotential in the layers, J.</summary>
    public double LayerLoss { get; init; }

    /// <summary>Energy delivered at the terminals, J; negative on charge.</summary>
    public double Delivered { get; init; }

    /// <summary>Change of the energy that the hosts store, J.</summary>
    public double Stored { get; init; }

    /// <summary>What the cell has more, and gave at its terminals, J.</summary>
    public double Gained { get; init; }

    /// <summary>The totals with one more step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The sums.</returns>
    public LightTotals With(LightStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new()
        {
            Photocharge = Photocharge + step.Photocharge,
            LightEnergy = LightEnergy + step.LightEnergy,
            Reflected = Reflected + step.Reflected,
            Transmitted = Transmitted + step.Transmitted,
            AbsorptionHeat = AbsorptionHeat + step.AbsorptionHeat,
            Recombined = Recombined + step.Recombined,
            Shunted = Shunted + step.Shunted,
            Leaked = Leaked + step.Leaked,
            LayerLoss = LayerLoss + step.LayerLoss,
            Delivered = Delivered + step.Delivered,
            Stored = Stored + step.Stored,
            Gained = Gained + step.Gained,
        };
    }
}

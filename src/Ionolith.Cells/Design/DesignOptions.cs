namespace Ionolith.Cells.Design;

/// <summary>At what rates and how finely a stack is judged.</summary>
public sealed record DesignOptions
{
    /// <summary>Rate of the discharge that gives the energy, 1/h of the nominal capacity (0.1 is C/10).</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>How long the pulse power is held, s.</summary>
    public double PulseDuration { get; init; } = 10;

    /// <summary>State of charge at the start of the pulse, 1.</summary>
    public double PulseStateOfCharge { get; init; } = 0.5;

    /// <summary>Rates of the Ragone curve, 1/h, increasing; empty: none.</summary>
    public IReadOnlyList<double> RagoneRates { get; init; } = [0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100];

    /// <summary>Most threads.</summary>
    public int Threads { get; init; } = 1;
}

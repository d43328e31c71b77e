namespace Ionolith.Cells.Stack;

/// <summary>How lithium crosses an interface between an electrolyte and a host or lithium metal.</summary>
public sealed record InterfaceKinetics
{
    /// <summary>Which law relates current to overpotential; an id of the registry of kinetics laws.</summary>
    public string Law { get; init; } = "butler-volmer";

    /// <summary>Exchange current density.</summary>
    public required ExchangeCurrent ExchangeCurrent { get; init; }

    /// <summary>Anodic transfer coefficient of Butler-Volmer kinetics, 1; between 0 and 1. The cathodic one is 1 minus it.</summary>
    public double AnodicTransferCoefficient { get; init; } = 0.5;

    /// <summary>Reorganisation energy of Marcus-Hush-Chidsey kinetics, J/mol; positive where that law is used.</summary>
    public double ReorganisationEnergy { get; init; } = 40_000;

    /// <summary>Resistance of a film on the interface, ohm m2 of interface.</summary>
    public double FilmResistance { get; init; }

    /// <summary>Activation energy of the film's conduction, J/mol: R(T) = R exp(E/R_g (1/T - 1/298.15 K)).</summary>
    public double FilmActivationEnergy { get; init; }

    /// <summary>Double-layer capacitance, F per m2 of interface; zero: none.</summary>
    public double DoubleLayerCapacitance { get; init; }
}

using Ionolith.Materials;
using Ionolith.Materials.Laws;

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

    /// <summary>
    /// Resistance of the film as a law of temperature alone, ohm m2 of interface: a space-charge layer, a surface that ions hop
    /// through. It stands for <see cref="FilmResistance"/> and <see cref="FilmActivationEnergy"/>; null where those hold.
    /// </summary>
    public IPropertyFunction? FilmLaw { get; init; }

    /// <summary>Double-layer capacitance, F per m2 of interface; zero: none.</summary>
    public double DoubleLayerCapacitance { get; init; }

    /// <summary>Temperature at which <see cref="FilmResistance"/> holds, K.</summary>
    internal const double FilmReferenceTemperature = 298.15;

    /// <summary>Whether the interface has a film that costs voltage.</summary>
    public bool HasFilm => FilmResistance > 0 || FilmLaw is not null;

    /// <summary>Resistance of the film at a temperature.</summary>
    /// <param name="temperature">Temperature, K; positive.</param>
    /// <returns>Resistance, ohm m2 of interface, and its derivative to temperature, ohm m2/K.</returns>
    public (double Value, double TemperatureSlope) FilmAt(double temperature)
    {
        if (FilmLaw?.Evaluate(0, temperature) is { } law)
        {
            return (law.Value, law.TemperatureSlope);
        }

        double activation = FilmActivationEnergy / PhysicalConstants.GasConstant;
        double film = FilmResistance * Math.Exp(activation * ((1 / temperature) - (1 / FilmReferenceTemperature)));
        return (film, -film * activation / (temperature * temperature));
    }
}

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>Compiled properties of an interface.</summary>
/// <param name="Potential">Open-circuit potential at its reference temperature, V; null at a lithium surface.</param>
/// <param name="Entropic">Entropic coefficient, V/K; null where it is zero.</param>
/// <param name="ReferenceTemperature">Temperature at which <paramref name="Potential"/> holds, K.</param>
/// <param name="Prefactor">Prefactor of the exchange current density, A/m2.</param>
internal sealed record InterfaceTables(
    PropertyTable? Potential, PropertyTable? Entropic, double ReferenceTemperature, PropertyTable Prefactor)
{
    /// <summary>Stoichiometries at which the laws are evaluated as they stand.</summary>
    public StoichiometryRange Range { get; } = new(Potential?.Domain ?? (double.NegativeInfinity, double.PositiveInfinity));
}

using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Protocols;

/// <summary>Whether the lithium metal of a cell stays solid at the temperatures that are asked of it.</summary>
public static class TemperatureCheck
{
    private const double Zero = 273.15;

    /// <summary>What stands against running a protocol, as far as temperature goes.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="protocol">The protocol.</param>
    /// <returns>Sentences with advice, all of them; empty: nothing.</returns>
    public static IReadOnlyList<string> Problems(CellDescription cell, Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(protocol);
        return
        [
            .. new[] { Problem(cell, cell.Temperature) }.OfType<string>(),
            .. protocol.Cycles.SelectMany(c => c.Steps).Select(s => s.Temperature is { } t && Problem(cell, t) is { } problem ? $"'{s.Text}': {problem}" : null)
                .OfType<string>().Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>What stands against a temperature.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <returns>A sentence with advice; null: nothing, or a cell without lithium metal.</returns>
    public static string? Problem(CellDescription cell, double temperature)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return temperature < HeatBalance.LithiumMelts || cell.Layers.OfType<LithiumMetal>().FirstOrDefault() is not { } metal ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{temperature - Zero:G6} degC is above the melting point of lithium, {HeatBalance.LithiumMelts - Zero:0.#} degC: the laws of '{metal.Name}' are those of the solid metal; take a lower temperature");
    }
}

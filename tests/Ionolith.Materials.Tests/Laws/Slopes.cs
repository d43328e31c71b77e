using Ionolith.Materials.Laws;
using Ionolith.Testing;

namespace Ionolith.Materials.Tests.Laws;

/// <summary>Compares the slopes that a function states with central differences of its values.</summary>
internal static class Slopes
{
    /// <summary>Asserts both slopes at a point.</summary>
    /// <param name="function">The function.</param>
    /// <param name="composition">x or c.</param>
    /// <param name="temperature">T, K.</param>
    public static void AgreeWithDifferences(IPropertyFunction function, double composition, double temperature)
    {
        // The error of a central difference at h = 1e-4 y is of the order of h^2 of the relative curvature; 1e-6 leaves room for steep laws.
        double dy = 1e-4 * composition, dt = 1e-4 * temperature;
        var at = function.Evaluate(composition, temperature);
        double scale = Math.Abs(at.Value);
        double slope = (function.Evaluate(composition + dy, temperature).Value - function.Evaluate(composition - dy, temperature).Value) / (2 * dy);
        double warm = (function.Evaluate(composition, temperature + dt).Value - function.Evaluate(composition, temperature - dt).Value) / (2 * dt);
        Tolerance.Scaled(slope, at.Slope, scale / composition, 1e-6, "slope to composition");
        Tolerance.Scaled(warm, at.TemperatureSlope, scale / temperature, 1e-5, "slope to temperature");
    }
}

using System.Collections.Concurrent;
using Ionolith.Cells.Model;
using Ionolith.Materials.Laws;

namespace Ionolith.Cells.Simulation;

/// <summary>Compiled property functions that simulations of many cells share: a sweep tabulates each function once.</summary>
/// <remarks>Thread-safe. A function counts as the same when it is equal to the one before (records compare by value).</remarks>
public sealed class PropertyCache
{
    private readonly ConcurrentDictionary<(IPropertyFunction, double, double, int, double, double), CompiledProperty> _compiled = new();

    /// <summary>A property ready for one model.</summary>
    internal PropertyTable Table(
        IPropertyFunction function, double lower, double upper, int intervals, double temperature, double tolerance = 1e-6)
    {
        (IPropertyFunction, double, double, int, double, double) key = (function, lower, upper, intervals, temperature, tolerance);
        return new(_compiled.GetOrAdd(
            key, static k => new CompiledProperty(k.Item1, k.Item2, k.Item3, k.Item4, k.Item5, k.Item6)));
    }
}

using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Simulation;

/// <summary>One quantity that ends a step when it reaches a value: a signed distance from its threshold.</summary>
/// <remarks>
/// Every limit of the grammar watches one scalar of the state, |y - origin| or y, so that it can be located on the integrator's
/// polynomial of that scalar alone. What passes beside the electrolyte adds a second one: the current at the terminals of a cell that
/// leaks is that of the electrolyte less its voltage times the leak.
/// </remarks>
internal sealed class LimitMonitor
{
    private readonly int _index;
    private readonly (int Index, Func<double> Weight)? _second;
    private readonly double _origin;
    private readonly bool _magnitude;
    private readonly Func<double> _threshold;
    private readonly double _sign;

    private LimitMonitor(
        string text, int index, (int Index, Func<double> Weight)? second, double origin, bool magnitude, Func<double> threshold, double sign, double tolerance)
    {
        Text = text;
        (_index, _second) = (index, second);
        _origin = origin;
        _magnitude = magnitude;
        _threshold = threshold;
        _sign = sign;
        Tolerance = tolerance;
    }

    /// <summary>What is said when the limit is reached.</summary>
    public string Text { get; }

    /// <summary>Distance within which the limit counts as located, in the unit of the quantity.</summary>
    public double Tolerance { get; }

    /// <summary>What ends when it is reached: the step, the protocol, or what the cell can do.</summary>
    public StepEnd Ends { get; private init; } = StepEnd.Done;

    /// <summary>Sets up a limit at the start of a step.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="layout">Where the unknowns stand.</param>
    /// <param name="scale">Area, m2, and nominal capacity, C, of the cell.</param>
    /// <param name="y">State at the start of the step.</param>
    /// <param name="leak">Conductance beside the electrolyte at any moment, S/m2; null where the current in the state is that at the terminals.</param>
    /// <returns>The monitor.</returns>
    public static LimitMonitor Of(Limit limit, StateLayout layout, (double Area, double Capacity) scale, double[] y, Func<double>? leak = null)
    {
        (int index, double threshold, bool magnitude, double tolerance, string name) = limit.Kind switch
        {
            LimitKind.Voltage => (layout.Voltage, limit.Value, false, 1e-7, "voltage"),
            LimitKind.Current => Current(limit.Value / scale.Area),
            LimitKind.CRate => Current(limit.Value * scale.Capacity / 3600 / scale.Area),
            LimitKind.ArealCurrent => Current(limit.Value),
            LimitKind.Capacity => Charge(limit.Value / scale.Area),
            LimitKind.CapacityShare => Charge(limit.Value * scale.Capacity / scale.Area),
            LimitKind.Energy => (layout.Energy, limit.Value / scale.Area, true, Share(limit.Value / scale.Area), "energy"),
            LimitKind.Temperature => (layout.Temperature, limit.Value, false, 1e-6, "temperature"),
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit.Kind, "Unknown kind of limit."),
        };
        bool counted = limit.Kind is LimitKind.Capacity or LimitKind.CapacityShare or LimitKind.Energy;
        bool beside = leak is not null && !layout.HasLight && limit.Kind is (LimitKind.Current or LimitKind.CRate or LimitKind.ArealCurrent);
        (int, Func<double>)? second = beside ? (layout.Voltage, () => -leak!()) : null;
        double origin = counted ? y[index] : 0;
        LimitMonitor monitor = new(string.Empty, index, second, origin, magnitude, () => threshold, 1, tolerance);
        double sign = limit.Sense switch
        {
            _ when counted => 1,
            LimitSense.Above => 1,
            LimitSense.Below => -1,
            _ => monitor.Distance(y) > 0 ? -1 : 1,
        };
        return new($"{name} {(sign > 0 ? counted ? "reached" : "rose to" : "fell to")} {limit.Text}", index, second, origin, magnitude, () => threshold, sign, tolerance);

        (int, double, bool, double, string) Current(double value) => (layout.TerminalCurrent, value, true, Share(value), "current");
        (int, double, bool, double, string) Charge(double value) => (layout.Charge, value, true, Share(value), "charge passed");
    }

    /// <summary>A limit that holds in every step.</summary>
    /// <param name="ends">What ends when it is reached.</param>
    /// <param name="text">What is said when it is reached.</param>
    /// <param name="index">Unknown.</param>
    /// <param name="threshold">Value.</param>
    /// <param name="rising">Whether it is reached from below.</param>
    /// <param name="tolerance">Distance within which it counts as located; NaN: a billionth of the value.</param>
    /// <returns>The monitor.</returns>
    public static LimitMonitor General(StepEnd ends, string text, int index, double threshold, bool rising, double tolerance = double.NaN) =>
        new(text, index, null, 0, false, () => threshold, rising ? 1 : -1, double.IsNaN(tolerance) ? Share(threshold) : tolerance) { Ends = ends };

    /// <summary>A limit that holds in every step, of the sum of two unknowns and a threshold that moves.</summary>
    /// <param name="ends">What ends when it is reached.</param>
    /// <param name="text">What is said when it is reached.</param>
    /// <param name="sum">The unknowns.</param>
    /// <param name="threshold">Value at any moment.</param>
    /// <param name="rising">Whether it is reached from below.</param>
    /// <param name="tolerance">Distance within which it counts as located; NaN: a billionth of the value.</param>
    /// <returns>The monitor.</returns>
    public static LimitMonitor General(
        StepEnd ends, string text, (int First, int Second) sum, Func<double> threshold, bool rising, double tolerance = double.NaN) =>
        new(text, sum.First, (sum.Second, () => 1), 0, false, threshold, rising ? 1 : -1, double.IsNaN(tolerance) ? Share(threshold()) : tolerance) { Ends = ends };

    /// <summary>The same limit where the unknowns of the cell stand farther down a longer row.</summary>
    /// <param name="offset">Where they begin.</param>
    public LimitMonitor At(int offset) =>
        new(Text, _index + offset, _second is { } second ? (second.Index + offset, second.Weight) : null, _origin, _magnitude, _threshold, _sign, Tolerance) { Ends = Ends };

    /// <summary>Signed distance: negative before the limit, zero or positive once it is reached.</summary>
    /// <param name="y">State.</param>
    /// <returns>The distance in the unit of the quantity.</returns>
    public double Distance(double[] y) => From(_second is { } second ? y[_index] + (second.Weight() * y[second.Index]) : y[_index]);

    /// <summary>The distance at a time within the attempt of an integrator that is under way.</summary>
    /// <param name="integrator">The integrator.</param>
    /// <param name="time">The time, s.</param>
    /// <returns>The distance in the unit of the quantity.</returns>
    public double Distance(BdfIntegrator integrator, double time)
    {
        double value = integrator.Interpolate(time, _index);
        return From(_second is { } second ? value + (second.Weight() * integrator.Interpolate(time, second.Index)) : value);
    }

    private double From(double value) => _sign * ((_magnitude ? Math.Abs(value - _origin) : value) - _threshold());

    private static double Share(double value) => 1e-9 * Math.Max(Math.Abs(value), 1e-12);
}

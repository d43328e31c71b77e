using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Simulation;

/// <summary>The control of a step in the units of the model, piece by piece where it follows a profile.</summary>
/// <param name="control">The control.</param>
/// <param name="cell">The cell.</param>
/// <param name="start">Time at which the step starts, s.</param>
internal sealed class ControlSchedule(Control control, CellDescription cell, double start)
{
    private int _piece = -1;
    private double _lap = start;

    /// <summary>The piece that starts now.</summary>
    /// <param name="time">Time, s.</param>
    /// <returns>The control, the time at which it ends, and whether it starts with a jump.</returns>
    public (CellControl Control, double Until, bool Jump) Next(double time)
    {
        ControlMode mode = Mode(control.Kind);
        if (control.Profile is not { } profile)
        {
            return (new(mode, Scaled(control.Value)), double.PositiveInfinity, true);
        }

        bool first = _piece < 0;
        _piece++;
        bool jump = first;
        if (_piece == profile.Times.Count - 1)
        {
            // The profile starts again where the step is longer.
            _piece = 0;
            _lap = time;
            jump = profile.Values[0] != profile.Values[^1];
        }

        double t0 = profile.Times[_piece], t1 = profile.Times[_piece + 1];
        double v0 = Scaled(profile.Values[_piece]), v1 = Scaled(profile.Values[_piece + 1]);
        return (new(mode, v0, (v1 - v0) / (t1 - t0), time), _lap + t1, jump);
    }

    private static ControlMode Mode(ControlKind kind) => kind switch
    {
        ControlKind.Voltage => ControlMode.Voltage,
        ControlKind.Power => ControlMode.Power,
        ControlKind.Resistance => ControlMode.Resistance,
        _ => ControlMode.Current,
    };

    private double Scaled(double value) => control.Kind switch
    {
        ControlKind.Current or ControlKind.Power => value / cell.Area,
        ControlKind.CRate => value * cell.NominalCapacity / 3600 / cell.Area,
        ControlKind.Resistance => value * cell.Area,
        ControlKind.Rest => 0,
        _ => value,
    };
}

namespace Ionolith.Cells.Model;

/// <content>A cell in series with others: one Newton iteration in two halves, between which the stack finds the current that all share.</content>
internal sealed partial class CellModel
{
    private (double Current, double Temperature) _withoutCurrent;
    private (double Current, double Temperature) _perTerminalCurrent;

    /// <summary>First half of an iteration: the cell as a straight line of the current at its terminals. Its control is <see cref="ControlMode.Shared"/>.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="derivative">Their time derivatives.</param>
    /// <param name="shift">Derivative of y' to y in the integration formula, 1/s.</param>
    /// <param name="refresh">Whether the matrix is to be made anew.</param>
    /// <param name="line">Voltage after the correction, V: its value without a current at the terminals, and its derivative by their current density, ohm m2.</param>
    /// <returns>False where the state is impossible.</returns>
    public bool BeginCorrection(double[] y, double[] derivative, double shift, bool refresh, out (double Voltage, double PerCurrent) line)
    {
        line = default;
        if (!Linearise(y, derivative, shift, refresh))
        {
            return false;
        }

        SolveNodes(_first, _second);
        double current = y[Layout.Current], baseVoltage = VoltageChange(current, _first, _second, 0, 0), perKelvin = 0;
        Array.Clear(_currentFirst);
        Array.Clear(_currentSecond);
        AddCurrentColumn(_currentFirst, _currentSecond, 1);
        SolveNodes(_currentFirst, _currentSecond);
        double perCurrent = VoltageChange(current, _currentFirst, _currentSecond, 1, 0);
        if (Thermal)
        {
            SetTemperatureColumn();
            SolveNodes(_kelvinFirst, _kelvinSecond);
            perKelvin = VoltageChange(current, _kelvinFirst, _kelvinSecond, 0, 1);
        }

        (double Current, double Temperature) zero = At(0), one = At(1);
        (_withoutCurrent, _perTerminalCurrent) = (zero, (one.Current - zero.Current, one.Temperature - zero.Temperature));
        line = (
            _voltage + baseVoltage + (perCurrent * zero.Current) + (perKelvin * zero.Temperature),
            (perCurrent * _perTerminalCurrent.Current) + (perKelvin * _perTerminalCurrent.Temperature));
        return double.IsFinite(line.Voltage) && double.IsFinite(line.PerCurrent);

        // Changes of current density through the electrolyte and of temperature for a current density at the terminals.
        (double Current, double Temperature) At(double terminal)
        {
            double load = ControlResidual(terminal, current, _voltage + baseVoltage, out double loadPerCurrent, out double loadPerVoltage, out double loadPerKelvin);
            loadPerCurrent += loadPerVoltage * perCurrent;
            double currentChange = -load / loadPerCurrent, temperatureChange = 0;
            if (Thermal)
            {
                SolveHeatBorder(y, derivative, shift, false, (load, loadPerCurrent, (loadPerVoltage * perKelvin) + loadPerKelvin),
                    (_voltage, baseVoltage, perCurrent, perKelvin), ref currentChange, out temperatureChange);
            }

            return (currentChange, temperatureChange);
        }
    }

    /// <summary>Second half of an iteration.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="terminal">Current density at the terminals, A/m2.</param>
    /// <param name="correction">Receives the correction.</param>
    /// <returns>False where the correction is no number.</returns>
    public bool EndCorrection(double[] y, double terminal, double[] correction)
    {
        double currentChange = HasBypass ? _withoutCurrent.Current + (terminal * _perTerminalCurrent.Current) : terminal - y[Layout.Current];
        double temperatureChange = _withoutCurrent.Temperature + (terminal * _perTerminalCurrent.Temperature);
        for (int m = 0; m < Parts.Grid.Nodes; m++)
        {
            _first[m] += (currentChange * _currentFirst[m]) + (temperatureChange * _kelvinFirst[m]);
            _second[m] += (currentChange * _currentSecond[m]) + (temperatureChange * _kelvinSecond[m]);
        }

        return Finish(y, correction, currentChange, temperatureChange);
    }
}

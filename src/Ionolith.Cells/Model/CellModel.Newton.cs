namespace Ionolith.Cells.Model;

/// <content>One Newton iteration: the system of the nodes and its border.</content>
internal sealed partial class CellModel
{
    /// <inheritdoc/>
    public bool Correct(double t, double[] y, double[] derivative, double shift, bool refresh, double[] correction)
    {
        MoveSurfaces(t);
        if (!Linearise(y, derivative, shift, refresh))
        {
            return false;
        }

        double currentChange = 0, temperatureChange = 0;
        if (IsCurrentGiven)
        {
            currentChange = Control.Target(t) - y[Layout.Current];
            AddCurrentColumn(_first, _second, currentChange);
        }

        SolveNodes(_first, _second);
        if (!IsCurrentGiven || (Thermal && !_frozen))
        {
            (currentChange, temperatureChange) = SolveBorder(t, y, derivative, shift, currentChange);
        }

        return Finish(y, correction, currentChange, temperatureChange);
    }

    // Evaluation and matrix; the right-hand sides of the nodes wait to be solved.
    private bool Linearise(double[] y, double[] derivative, double shift, bool refresh)
    {
        _newMatrix = refresh && !_frozen;
        bool renew = refresh || Thermal || _frozen;
        Derivatives wanted = !renew ? Derivatives.None : Thermal && !_frozen ? Derivatives.WithTemperature : Derivatives.Isothermal;
        Evaluate(y, derivative, shift, wanted);
        int beyond = Beyond();
        if (!renew && beyond != _beyond)
        {
            // A surface or a concentration has passed the end of its range, where the laws bend: the old matrix would mislead.
            renew = true;
            Evaluate(y, derivative, shift, Derivatives.Isothermal);
        }

        _beyond = beyond;
        SetRightHandSide(y, derivative);
        if (renew)
        {
            SetMatrix(shift);
            if (!(Parts.HasSalt ? _blocks.Factorise() : _scalar.Factorise()))
            {
                return false;
            }
        }

        _voltage = Voltage(y);
        Parts.Junction?.Evaluate(_voltage, y[Layout.Temperature]);
        return true;
    }

    // The changes of the nodes are known, those of current density and temperature too.
    private bool Finish(double[] y, double[] correction, double currentChange, double temperatureChange)
    {
        _scalarChange = (currentChange, temperatureChange);
        Substitute(y, correction, temperatureChange);
        correction[Layout.Current] = currentChange;
        correction[Layout.Temperature] = temperatureChange;
        return double.IsFinite(_voltage) && double.IsFinite(currentChange);
    }

    /// <inheritdoc/>
    public bool IsSmooth(double[] y)
    {
        if (_beyond != 0)
        {
            return false;
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population population in electrode.Populations)
            {
                population.Diffusion.Hold(y, population.Current);
                if (!population.Kinetics.IsInside(population.Diffusion.Surface))
                {
                    return false;
                }
            }
        }

        return Parts.Transport.IsInside(y, Layout.Concentration);
    }

    // Nodes at which a host is empty or full or the salt depleted.
    private int Beyond()
    {
        int count = Parts.Transport.Depleted;
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population population in electrode.Populations)
            {
                count += population.Kinetics.Beyond;
            }
        }

        return count;
    }

    // Voltage after the correction: that of the evaluation and its exact derivative along the correction. After an iteration with a new
    // matrix, which may have been the only one, the correction can be too long for that, and the voltage is evaluated where it ended.
    private void CloseVoltage(double[] y)
    {
        if (_newMatrix)
        {
            SetTemperature(y[Layout.Temperature]);
            Parts.Transport.Evaluate(
                y, Layout.Concentration, Layout.Psi, y[Layout.Current], y[Layout.Temperature], Derivatives.None);
            EvaluateEnds(y, y[Layout.Current], y[Layout.Temperature]);
            _closedVoltage = Voltage(y);
            return;
        }

        _closedVoltage = _voltage + VoltageChange(
            y[Layout.Current] - _scalarChange.Current, _first, _second, _scalarChange.Current, _scalarChange.Temperature);
    }

    // The control and the heat balance, for the changes of current density and temperature; the node changes are completed with them.
    private (double Current, double Temperature) SolveBorder(double t, double[] y, double[] derivative, double shift, double known)
    {
        bool held = IsCurrentGiven, thermal = Thermal && !_frozen;
        double current = y[Layout.Current], baseVoltage = VoltageChange(current, _first, _second, known, 0), perCurrent = 0, perKelvin = 0;
        if (!held)
        {
            Array.Clear(_currentFirst);
            Array.Clear(_currentSecond);
            AddCurrentColumn(_currentFirst, _currentSecond, 1);
            SolveNodes(_currentFirst, _currentSecond);
            perCurrent = VoltageChange(current, _currentFirst, _currentSecond, 1, 0);
        }

        if (thermal)
        {
            SetTemperatureColumn();
            SolveNodes(_kelvinFirst, _kelvinSecond);
            perKelvin = VoltageChange(current, _kelvinFirst, _kelvinSecond, 0, 1);
        }

        double load = ControlResidual(
            Control.Target(t), current, _voltage + baseVoltage, out double loadPerCurrent, out double loadPerVoltage, out double loadPerKelvin);
        loadPerCurrent += loadPerVoltage * perCurrent;
        double currentChange = held ? known : -load / loadPerCurrent, temperatureChange = 0;
        if (thermal)
        {
            SolveHeatBorder(y, derivative, shift, held, (load, loadPerCurrent, (loadPerVoltage * perKelvin) + loadPerKelvin),
                (_voltage, baseVoltage, perCurrent, perKelvin), ref currentChange, out temperatureChange);
        }

        double along = held ? 0 : currentChange;
        for (int m = 0; m < Parts.Grid.Nodes; m++)
        {
            _first[m] += (along * _currentFirst[m]) + (temperatureChange * _kelvinFirst[m]);
            _second[m] += (along * _currentSecond[m]) + (temperatureChange * _kelvinSecond[m]);
        }

        return (currentChange, temperatureChange);
    }

    // The photocurrent is linear about the voltage that was evaluated: its exponential may not be followed to where a first correction leads.
    private double ControlResidual(
        double target, double current, double voltage, out double perCurrent, out double perVoltage, out double perKelvin)
    {
        (double photo, double photoPerVolt, double photoPerKelvin) = Parts.Junction?.Slopes ?? default;
        double terminal = current - (Leak * voltage) + (photo + (photoPerVolt * (voltage - _voltage))), terminalPerVolt = photoPerVolt - Leak;
        (double residual, perCurrent, perVoltage, perKelvin) = Control.Mode switch
        {
            ControlMode.Voltage => (voltage - target, 0, 1, 0),
            ControlMode.Power => ((terminal * voltage) - target, voltage, terminal + (voltage * terminalPerVolt), voltage * photoPerKelvin),
            ControlMode.Resistance => (voltage - (target * terminal), -target, 1.0 - (target * terminalPerVolt), -target * photoPerKelvin),
            _ => (terminal - target, 1.0, terminalPerVolt, photoPerKelvin),
        };
        return residual;
    }

    private void SolveNodes(double[] first, double[] second)
    {
        if (Parts.HasSalt)
        {
            _blocks.Solve(first, second);
        }
        else
        {
            _scalar.Solve(second);
        }
    }

    // Changes of all unknowns from those of the nodes and of the temperature.
    private void Substitute(double[] y, double[] correction, double temperatureChange)
    {
        if (_frozen)
        {
            Array.Clear(correction);
        }

        IsRough = false;
        int n = Parts.Grid.Nodes;
        Array.Copy(_first, 0, correction, Layout.Concentration, n);
        Array.Copy(_second, 0, correction, Layout.Psi, n);
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population population in electrode.Populations)
            {
                population.SubstituteCurrent(
                    correction, Layout.Psi + electrode.FirstNode, Layout.Concentration + electrode.FirstNode, temperatureChange);
                IsRough |= population.TurnCurrents(y, correction, Layout.Concentration + electrode.FirstNode);
                if (!_frozen)
                {
                    population.Hysteresis?.Substitute(correction, population.Current);
                    population.Diffusion.Backward(correction, population.Current, temperatureChange);
                }
            }
        }
    }
}

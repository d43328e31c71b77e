using System.Runtime.Intrinsics;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <content>One Newton iteration: evaluation, elimination, the node system and its border.</content>
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

    // Populations and faces at y; what follows reads their rows.
    private void Evaluate(double[] y, double[] derivative, double shift, Derivatives wanted)
    {
        double temperature = y[Layout.Temperature], current = y[Layout.Current];
        SetTemperature(temperature);
        Parts.Transport.Evaluate(y, Layout.Concentration, Layout.Psi, current, temperature, wanted);
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            int first = electrode.FirstNode, lanes = Rows.Pad(electrode.Nodes);
            bool fresh = true;
            foreach (Population population in electrode.Populations)
            {
                EvaluateParticles(population, y, derivative, shift, wanted);
                population.Kinetics.Evaluate(
                    y,
                    Layout.Psi + first,
                    population.Current,
                    population.Diffusion.Surface,
                    y,
                    Layout.Concentration + first,
                    wanted);
                population.Eliminate(wanted);
                Collect(population, y, first, lanes, fresh, wanted);
                fresh = false;
            }
        }

        EvaluateEnds(y, current, temperature);
    }

    // The same at a state whose stores are given: no step, no rates.
    private void EvaluateHeld(double[] y)
    {
        _noRates ??= new double[Size];
        _frozen = true;
        Evaluate(y, _noRates, 0, Derivatives.Isothermal);
        _frozen = false;
    }

    private void EvaluateParticles(Population population, double[] y, double[] derivative, double shift, Derivatives wanted)
    {
        if (_frozen)
        {
            population.Hysteresis?.Hold();
            population.Diffusion.Hold(y, population.Current);
            return;
        }

        population.Hysteresis?.Evaluate(
            y, derivative, population.Current, 3 * population.Diffusion.SurfaceLoad, shift, wanted != Derivatives.None);
        if (wanted == Derivatives.None)
        {
            population.Diffusion.Refine(y, derivative, population.Current, shift);
        }
        else
        {
            population.Diffusion.Forward(y, derivative, population.Current, shift, wanted == Derivatives.WithTemperature);
        }
    }

    // Sums over the populations of a node; padding lanes carry zeros, so that they may overlap the next layer.
    private void Collect(Population population, double[] y, int first, int lanes, bool fresh, Derivatives wanted)
    {
        double area = population.Area;
        Add(_nodeBase, population.Base, 0);
        AddCurrents();
        if (wanted != Derivatives.None)
        {
            Add(_nodePerPsi, population.PerPsi, 0);
            Add(_nodePerConcentration, population.PerConcentration, 0);
            if (wanted == Derivatives.WithTemperature)
            {
                Add(_nodePerKelvin, population.PerKelvin, 0);
            }
        }

        void AddCurrents() => Add(_nodeCurrent, y, population.Current);

        void Add(double[] sum, double[] row, int offset)
        {
            for (int lane = 0; lane < lanes; lane += Rows.Width)
            {
                Vector512<double> before = fresh ? Vector512<double>.Zero : Rows.Load(sum, first + lane);
                Rows.Store(Vector512.FusedMultiplyAdd(Rows.All(area), Rows.Load(row, offset + lane), before), sum, first + lane);
            }
        }
    }

    /// <summary>Evaluates the lithium surfaces at a consistent state.</summary>
    /// <param name="y">The state.</param>
    public void EvaluateSurfaces(double[] y)
    {
        SetTemperature(y[Layout.Temperature]);
        EvaluateEnds(y, y[Layout.Current], y[Layout.Temperature]);
    }

    /// <summary>Brings the lithium surfaces to where they have drifted at a time.</summary>
    /// <param name="time">Time, s.</param>
    public void MoveSurfaces(double time)
    {
        Parts.NegativeLithium?.MoveTo(time);
        Parts.PositiveLithium?.MoveTo(time);
    }

    private void EvaluateEnds(double[] y, double current, double temperature)
    {
        foreach (SaltEnd end in Parts.SaltEnds)
        {
            end.Evaluate(Parts.Grid, Parts.Transport, y[Layout.Concentration + end.Node], current);
        }

        Parts.NegativeLithium?.Evaluate(current, temperature);
        Parts.PositiveLithium?.Evaluate(current, temperature);
    }

    // Balances of salt and of charge at all nodes. Outside electrodes the currents of both faces are equal and the row is empty.
    private void SetRightHandSide(double[] y, double[] derivative)
    {
        Transport f = Parts.Transport;
        for (int m = 0; m < Parts.Grid.Nodes; m += Rows.Width)
        {
            Vector512<double> charge = Rows.Load(f.Current, m) - Rows.Load(f.Current, m + 1) + Rows.Load(_nodeCurrent, m) + Rows.Load(_nodeBase, m);
            if (_hasDoubleLayer)
            {
                charge += Rows.Load(_nodeCapacitance, m) * Rows.Load(derivative, Layout.Psi + m);
            }

            Rows.Store(charge, _second, m);
            if (Parts.HasSalt)
            {
                Rows.Store(
                    Rows.Load(f.Flux, m) - Rows.Load(f.Flux, m + 1)
                        - (Rows.Load(Parts.Grid.Capacity, m) * Rows.Load(derivative, Layout.Concentration + m)),
                    _first,
                    m);
            }
        }

        if (_frozen)
        {
            Array.Clear(_first);
            for (int m = 0; m < Parts.Grid.Nodes; m++)
            {
                _second[m] = IsHeld(m) ? 0 : _second[m];
            }
        }

        _second[Parts.Grid.Nodes] = 0;
        _first[Parts.Grid.Nodes] = 0;
    }

    private void SetMatrix(double shift)
    {
        Transport f = Parts.Transport;
        (double[] pp, double[] ppU, double[] ppL) = Parts.HasSalt
            ? (_blocks.Diagonal[3], _blocks.Upper[3], _blocks.Lower[3])
            : (_scalar.Diagonal, _scalar.Upper, _scalar.Lower);
        for (int m = 0; m < Parts.Grid.Lanes; m += Rows.Width)
        {
            Vector512<double> inner = Rows.Load(f.CurrentPerPsi, m), outer = Rows.Load(f.CurrentPerPsi, m + 1);
            Rows.Store(
                Rows.Load(_noPsi, m) - inner - outer - Rows.Load(_nodePerPsi, m) - (shift * Rows.Load(_nodeCapacitance, m)), pp, m);
            Rows.Store(outer, ppU, m);
            Rows.Store(inner, ppL, m);
        }

        if (Parts.HasSalt)
        {
            SetSaltMatrix(shift);
        }

        if (_frozen)
        {
            Freeze(pp, ppU, ppL);
        }
        else if (Parts.Grid.Nodes == 0)
        {
            pp[0] = 1;
        }
    }

    private void SetSaltMatrix(double shift)
    {
        Transport f = Parts.Transport;
        double[][] d = _blocks.Diagonal, u = _blocks.Upper, l = _blocks.Lower;
        double[] cc = d[0], cp = d[1], pc = d[2], ccU = u[0], cpU = u[1], pcU = u[2], ccL = l[0], cpL = l[1], pcL = l[2];
        for (int m = 0; m < Parts.Grid.Lanes; m += Rows.Width)
        {
            Vector512<double> innerLeft = Rows.Load(f.FluxPerLeft, m), outerRight = Rows.Load(f.FluxPerRight, m + 1);
            Vector512<double> innerPsi = Rows.Load(f.FluxPerPsi, m), outerPsi = Rows.Load(f.FluxPerPsi, m + 1);
            Rows.Store(
                (shift * Rows.Load(Parts.Grid.Capacity, m)) + Rows.Load(_noSalt, m) + Rows.Load(f.FluxPerLeft, m + 1)
                    - Rows.Load(f.FluxPerRight, m),
                cc,
                m);
            Rows.Store(-(innerPsi + outerPsi), cp, m);
            Rows.Store(outerRight, ccU, m);
            Rows.Store(outerPsi, cpU, m);
            Rows.Store(-innerLeft, ccL, m);
            Rows.Store(innerPsi, cpL, m);
            Rows.Store(
                Rows.Load(f.CurrentPerLeft, m + 1) - Rows.Load(f.CurrentPerRight, m) - Rows.Load(_nodePerConcentration, m), pc, m);
            Rows.Store(Rows.Load(f.CurrentPerRight, m + 1), pcU, m);
            Rows.Store(-Rows.Load(f.CurrentPerLeft, m), pcL, m);
        }
    }

    // With all stores held, concentrations do not change; nor does psi where a double layer stores charge.
    private void Freeze(double[] pp, double[] ppU, double[] ppL)
    {
        int nodes = Math.Max(Parts.Grid.Nodes, 1);
        for (int m = 0; m < nodes; m++)
        {
            bool held = IsHeld(m) || Parts.Grid.Nodes == 0;
            (pp[m], ppU[m], ppL[m]) = held ? (1, 0, 0) : (pp[m], ppU[m], ppL[m]);
            if (Parts.HasSalt)
            {
                double[][] d = _blocks.Diagonal, u = _blocks.Upper, l = _blocks.Lower;
                (d[0][m], d[1][m], u[0][m], u[1][m], l[0][m], l[1][m]) = (1, 0, 0, 0, 0, 0);
                (d[2][m], u[2][m], l[2][m]) = held ? (0, 0, 0) : (d[2][m], u[2][m], l[2][m]);
            }
        }
    }

    private bool IsHeld(int node) => _frozen && _nodeCapacitance[node] > 0;

    // Right-hand sides for a change of the cell's current density.
    private void AddCurrentColumn(double[] first, double[] second, double change)
    {
        if (change == 0)
        {
            return;
        }

        Transport f = Parts.Transport;
        bool salt = Parts.HasSalt && !_frozen;
        for (int m = 0; m < Parts.Grid.Nodes; m++)
        {
            second[m] -= !IsHeld(m) ? change * (f.CurrentPerI[m + 1] - f.CurrentPerI[m]) : 0;
            first[m] -= salt ? change * (f.FluxPerI[m + 1] - f.FluxPerI[m]) : 0;
        }
    }

    private void SetTemperatureColumn()
    {
        Transport f = Parts.Transport;
        for (int m = 0; m < Parts.Grid.Nodes; m++)
        {
            _kelvinSecond[m] = f.CurrentPerKelvin[m] - f.CurrentPerKelvin[m + 1] + _nodePerKelvin[m];
            _kelvinFirst[m] = f.FluxPerKelvin[m] - f.FluxPerKelvin[m + 1];
        }
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

namespace Ionolith.Cells.Model;

/// <content>One Newton iteration: evaluation, elimination, the node system and its border.</content>
internal sealed partial class CellModel
{
    /// <inheritdoc/>
    public bool Correct(double t, double[] y, double[] derivative, double shift, bool refresh, double[] correction)
    {
        Evaluate(y, derivative, shift);
        Assemble(y, derivative, shift);
        if (!(Parts.HasSalt ? _blocks.Factorise() : _scalar.Factorise()))
        {
            return false;
        }

        double currentChange = 0, temperatureChange = 0, target = Control.Target(t), current = y[Layout.Current];
        bool held = Control.Mode == ControlMode.Current;
        if (held)
        {
            currentChange = target - current;
            AddCurrentColumn(_first, _second, currentChange);
        }

        SolveNodes(_first, _second);
        double voltage = Voltage(y);
        double baseVoltage = VoltageChange(y, _first, _second, currentChange, 0);
        double perCurrent = 0, perKelvin = 0;
        if (!held)
        {
            Array.Clear(_currentFirst);
            Array.Clear(_currentSecond);
            AddCurrentColumn(_currentFirst, _currentSecond, 1);
            SolveNodes(_currentFirst, _currentSecond);
            perCurrent = VoltageChange(y, _currentFirst, _currentSecond, 1, 0);
        }

        if (Thermal && !_frozen)
        {
            SetTemperatureColumn();
            SolveNodes(_warmFirst, _warmSecond);
            perKelvin = VoltageChange(y, _warmFirst, _warmSecond, 0, 1);
        }

        double load = ControlResidual(target, current, voltage + baseVoltage, out double loadPerCurrent, out double loadPerVoltage);
        loadPerCurrent += loadPerVoltage * perCurrent;
        if (Thermal && !_frozen)
        {
            SolveBorder(y, derivative, shift, held, (load, loadPerCurrent, loadPerVoltage * perKelvin),
                (voltage, baseVoltage, perCurrent, perKelvin), ref currentChange, out temperatureChange);
        }
        else if (!held)
        {
            currentChange = -load / loadPerCurrent;
        }

        _linearVoltage = voltage + baseVoltage + (held ? 0 : perCurrent * currentChange) + (perKelvin * temperatureChange);
        Substitute(correction, held ? 0 : currentChange, temperatureChange);
        correction[Layout.Current] = currentChange;
        correction[Layout.Temperature] = temperatureChange;
        return double.IsFinite(_linearVoltage) && double.IsFinite(currentChange);
    }

    private double ControlResidual(double target, double current, double voltage, out double perCurrent, out double perVoltage)
    {
        (double residual, perCurrent, perVoltage) = Control.Mode switch
        {
            ControlMode.Voltage => (voltage - target, 0, 1),
            ControlMode.Power => ((current * voltage) - target, voltage, current),
            ControlMode.Resistance => (voltage - (target * current), -target, 1.0),
            _ => (0.0, 1.0, 0.0),
        };
        return residual;
    }

    // Populations and faces at y; what follows reads their rows.
    private void Evaluate(double[] y, double[] derivative, double shift)
    {
        double temperature = y[Layout.Temperature], current = y[Layout.Current];
        SetTemperature(temperature);
        Parts.Transport.Evaluate(y, Layout.Concentration, Layout.Psi, current, temperature, Thermal);
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            int first = electrode.FirstNode;
            Array.Clear(_nodeCurrent, first, electrode.Nodes);
            Array.Clear(_nodeBase, first, electrode.Nodes);
            Array.Clear(_nodePerPsi, first, electrode.Nodes);
            Array.Clear(_nodePerConcentration, first, electrode.Nodes);
            Array.Clear(_nodePerKelvin, first, electrode.Nodes);
            foreach (Population population in electrode.Populations)
            {
                if (_frozen)
                {
                    population.Diffusion.Hold(y, population.Current);
                }
                else
                {
                    population.Diffusion.Forward(y, derivative, population.Current, shift, Thermal);
                }

                population.Kinetics.Evaluate(
                    y,
                    Layout.Psi + first,
                    population.Current,
                    population.Diffusion.Surface,
                    y,
                    Layout.Concentration + first,
                    Thermal);
                population.Eliminate(Thermal);
                Collect(population, y, first, electrode.Nodes);
            }
        }

        EvaluateEnds(y, current, temperature);
    }

    private void Collect(Population population, double[] y, int first, int nodes)
    {
        double area = population.Area;
        for (int m = 0; m < nodes; m++)
        {
            _nodeCurrent[first + m] += area * y[population.Current + m];
            _nodeBase[first + m] += area * population.Base[m];
            _nodePerPsi[first + m] += area * population.PerPsi[m];
            _nodePerConcentration[first + m] += area * population.PerConcentration[m];
            _nodePerKelvin[first + m] += area * population.PerKelvin[m];
        }
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

    // Balances of salt and of charge at each node, and their derivatives.
    private void Assemble(double[] y, double[] derivative, double shift)
    {
        Transport f = Parts.Transport;
        TransportGrid grid = Parts.Grid;
        double current = y[Layout.Current];
        int n = grid.Nodes;
        double leftCurrent = Parts.Negative is null ? current : 0;
        for (int m = 0; m < n; m++)
        {
            bool hasLeft = m > 0, hasRight = m + 1 < n;
            bool electrode = IsElectrode(m), salt = grid.Capacity[m] > 0 && !_frozen;
            int g = m, h = m - 1;
            double inflow = hasLeft ? f.Current[h] : leftCurrent;
            double outflow = hasRight ? f.Current[g] : RightCurrent(current);
            bool solvePsi = electrode && !(_frozen && _nodeCapacitance[m] > 0);
            _second[m] = solvePsi
                ? -(outflow - inflow - _nodeCurrent[m] - (_frozen ? 0 : _nodeCapacitance[m] * derivative[Layout.Psi + m])) + _nodeBase[m]
                : 0;
            double fluxOut = hasRight ? f.Flux[g] : 0, fluxIn = hasLeft ? f.Flux[h] : 0;
            _first[m] = salt ? -((grid.Capacity[m] * derivative[Layout.Concentration + m]) + fluxOut - fluxIn) : 0;
            double pp = 1, pc = 0, ppU = 0, pcU = 0, ppL = 0, pcL = 0;
            if (solvePsi)
            {
                double psiOut = hasRight ? f.CurrentPerPsi[g] : 0, psiIn = hasLeft ? f.CurrentPerPsi[h] : 0;
                pp = -(psiOut + psiIn) - _nodePerPsi[m] - (_frozen ? 0 : _nodeCapacitance[m] * shift);
                ppU = psiOut;
                ppL = psiIn;
                pc = (hasRight ? f.CurrentPerLeft[g] : 0) - (hasLeft ? f.CurrentPerRight[h] : 0) - _nodePerConcentration[m];
                pcU = hasRight ? f.CurrentPerRight[g] : 0;
                pcL = hasLeft ? -f.CurrentPerLeft[h] : 0;
            }

            if (!Parts.HasSalt)
            {
                (_scalar.Lower[m], _scalar.Diagonal[m], _scalar.Upper[m]) = (ppL, pp, ppU);
                continue;
            }

            int k = 4 * m;
            double[] d = _blocks.Diagonal, u = _blocks.Upper, l = _blocks.Lower;
            (d[k + 2], d[k + 3], u[k + 2], u[k + 3], l[k + 2], l[k + 3]) = (pc, pp, pcU, ppU, pcL, ppL);
            if (salt)
            {
                double psiOut = hasRight ? f.FluxPerPsi[g] : 0, psiIn = hasLeft ? f.FluxPerPsi[h] : 0;
                d[k] = (grid.Capacity[m] * shift) + (hasRight ? f.FluxPerLeft[g] : 0) - (hasLeft ? f.FluxPerRight[h] : 0);
                d[k + 1] = -(psiOut + psiIn);
                (u[k], u[k + 1]) = (hasRight ? f.FluxPerRight[g] : 0, psiOut);
                (l[k], l[k + 1]) = (hasLeft ? -f.FluxPerLeft[h] : 0, psiIn);
            }
            else
            {
                (d[k], d[k + 1], u[k], u[k + 1], l[k], l[k + 1]) = (1, 0, 0, 0, 0, 0);
            }
        }

        if (n == 0)
        {
            if (Parts.HasSalt)
            {
                throw new InvalidOperationException("A model with salt has nodes.");
            }

            (_scalar.Diagonal[0], _second[0], _first[0]) = (1, 0, 0);
        }
    }

    private double RightCurrent(double current) => Parts.Positive is null ? current : 0;

    private bool IsElectrode(int node)
    {
        foreach (ElectrodeModel e in Parts.Electrodes)
        {
            if (node >= e.FirstNode && node < e.FirstNode + e.Nodes)
            {
                return true;
            }
        }

        return false;
    }

    // Right-hand sides for a change of the cell's current density.
    private void AddCurrentColumn(double[] first, double[] second, double change)
    {
        if (change == 0)
        {
            return;
        }

        Transport f = Parts.Transport;
        int n = Parts.Grid.Nodes;
        for (int m = 0; m < n; m++)
        {
            double outflow = m + 1 < n ? f.CurrentPerI[m] : RightCurrent(1);
            double inflow = m > 0 ? f.CurrentPerI[m - 1] : Parts.Negative is null ? 1 : 0;
            if (IsElectrode(m) && !(_frozen && _nodeCapacitance[m] > 0))
            {
                second[m] -= change * (outflow - inflow);
            }

            if (Parts.Grid.Capacity[m] > 0 && !_frozen)
            {
                first[m] -= change * ((m + 1 < n ? f.FluxPerI[m] : 0) - (m > 0 ? f.FluxPerI[m - 1] : 0));
            }
        }
    }

    private void SetTemperatureColumn()
    {
        Transport f = Parts.Transport;
        int n = Parts.Grid.Nodes;
        for (int m = 0; m < n; m++)
        {
            double outflow = m + 1 < n ? f.CurrentPerKelvin[m] : 0, inflow = m > 0 ? f.CurrentPerKelvin[m - 1] : 0;
            _warmSecond[m] = IsElectrode(m) ? inflow - outflow + _nodePerKelvin[m] : 0;
            double fluxOut = m + 1 < n ? f.FluxPerKelvin[m] : 0, fluxIn = m > 0 ? f.FluxPerKelvin[m - 1] : 0;
            _warmFirst[m] = Parts.Grid.Capacity[m] > 0 ? fluxIn - fluxOut : 0;
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

    // Changes of all unknowns from those of the nodes, of the current density and of the temperature.
    private void Substitute(double[] correction, double currentChange, double temperatureChange)
    {
        Array.Clear(correction);
        int n = Parts.Grid.Nodes;
        for (int m = 0; m < n; m++)
        {
            correction[Layout.Concentration + m] =
                _first[m] + (currentChange * _currentFirst[m]) + (temperatureChange * _warmFirst[m]);
            correction[Layout.Psi + m] = _second[m] + (currentChange * _currentSecond[m]) + (temperatureChange * _warmSecond[m]);
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population population in electrode.Populations)
            {
                population.SubstituteCurrent(
                    correction, Layout.Psi + electrode.FirstNode, Layout.Concentration + electrode.FirstNode, temperatureChange);
                if (!_frozen)
                {
                    population.Diffusion.Backward(correction, population.Current, temperatureChange);
                }
            }
        }
    }
}

using System.Runtime.Intrinsics;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <content>Right-hand sides and matrix of the nodes.</content>
internal sealed partial class CellModel
{
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
}

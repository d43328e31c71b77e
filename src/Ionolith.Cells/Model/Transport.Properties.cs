using System.Runtime.Intrinsics;
using Ionolith.Materials;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <content>Properties of the electrolyte at the nodes.</content>
internal sealed partial class Transport
{
    private void Properties(double[] y, int concentration, double temperature, bool thermal)
    {
        if (temperature != _temperature)
        {
            SetTemperature(temperature);
        }

        Depleted = 0;
        foreach (ElectrolyteRun run in _runs)
        {
            if (run.Tables.Diffusivity is null)
            {
                Array.Fill(_kappa, run.Tables.Conductivity.Constant, run.First, run.Count);
                Array.Fill(_kappaPerKelvin, run.Tables.Conductivity.Constant * run.Tables.Conductivity.LogSlope, run.First, run.Count);
            }
            else
            {
                SaltProperties(run, y, concentration, temperature, thermal);
            }
        }

        Vector512<double> one = Vector512<double>.One;
        for (int m = 0; m < _grid.Nodes; m += Rows.Width)
        {
            Vector512<double> resistivity = one / Rows.Load(_kappa, m);
            Rows.Store(resistivity, _resistivity, m);
            if (_hasSalt)
            {
                Vector512<double> c = Rows.Load(y, concentration + m), held = Vector512.Max(c, Rows.Load(LeastConcentration, m));
                Vector512<double> inverseDiffusivity = one / Rows.Load(_diffusivity, m);
                Rows.Store(-(resistivity * resistivity) * Rows.Load(_kappaSlope, m), _resistivitySlope, m);
                Rows.Store(inverseDiffusivity, _inverseDiffusivity, m);
                Rows.Store(-(inverseDiffusivity * inverseDiffusivity) * Rows.Load(_diffusivitySlope, m), _inverseDiffusivitySlope, m);
                Vector512<double> inverse = one / held;
                Rows.Store(Vector512.Log(held) + ((c - held) * inverse), LogConcentration, m);
                Rows.Store(inverse, _inverseConcentration, m);
            }
        }
    }

    private void SaltProperties(ElectrolyteRun run, double[] y, int concentration, double temperature, bool thermal)
    {
        PropertyTable kappa = run.Tables.Conductivity, d = run.Tables.Diffusivity!;
        PropertyTable plus = run.Tables.Transference!, factor = run.Tables.ThermodynamicFactor!;
        int first = run.First, end = run.First + run.Count;
        int depleted = 0;
        for (int m = first; m < end; m++)
        {
            double c = y[concentration + m];
            depleted += c < LeastConcentration[m] ? 1 : 0;
            _concentration[m] = Math.Max(c, LeastConcentration[m]);
        }

        Depleted += depleted;
        kappa.Evaluate(_concentration, first, _kappa, _kappaSlope, first, run.Count);
        d.Evaluate(_concentration, first, _diffusivity, _diffusivitySlope, first, run.Count);
        double energy = 2 * PhysicalConstants.GasConstant / PhysicalConstants.Faraday, rt = energy * temperature;
        if (plus.IsConstant && factor.IsConstant && !thermal)
        {
            Array.Fill(_anionShare, 1 - plus.Constant, first, run.Count);
            Array.Fill(_chi, rt * (1 - plus.Constant) * factor.Constant, first, run.Count);
            HoldSlopes(depleted > 0 ? run : null, y, concentration);
            return;
        }

        for (int m = first; m < end; m++)
        {
            double c = _concentration[m];
            double t = plus.Evaluate(c, out double tSlope), a = factor.Evaluate(c, out double aSlope);
            _anionShare[m] = 1 - t;
            _anionShareSlope[m] = -tSlope;
            _chi[m] = rt * (1 - t) * a;
            _chiSlope[m] = rt * (((1 - t) * aSlope) - (tSlope * a));
            if (thermal)
            {
                _kappaPerKelvin[m] = kappa.TemperatureSlope(c, _kappa[m]);
                _diffusivityPerKelvin[m] = d.TemperatureSlope(c, _diffusivity[m]);
                double tPerKelvin = plus.TemperatureSlope(c, t), aPerKelvin = factor.TemperatureSlope(c, a);
                _anionSharePerKelvin[m] = -tPerKelvin;
                _chiPerKelvin[m] = (energy * (1 - t) * a) + (rt * (((1 - t) * aPerKelvin) - (tPerKelvin * a)));
            }
        }

        HoldSlopes(depleted > 0 ? run : null, y, concentration);
    }

    /// <summary>ln c with its tangent below the least concentration.</summary>
    public static double Log(double c, double least)
    {
        double held = Math.Max(c, least);
        return Math.Log(held) + ((c - held) / held);
    }

    // Where the salt is depleted the properties keep their values.
    private void HoldSlopes(ElectrolyteRun? run, double[] y, int concentration)
    {
        for (int m = run?.First ?? 0; run is not null && m < run.First + run.Count; m++)
        {
            if (y[concentration + m] < LeastConcentration[m])
            {
                (_kappaSlope[m], _diffusivitySlope[m], _chiSlope[m], _anionShareSlope[m]) = (0, 0, 0, 0);
            }
        }
    }

    // Once for each temperature: what does not depend on the salt.
    private void SetTemperature(double temperature)
    {
        foreach (ElectrolyteRun run in _runs)
        {
            run.Tables.SetTemperature(temperature);
        }

        RenewLengths();
        _temperature = temperature;
    }

    /// <summary>Takes over lengths of the grid that have changed.</summary>
    public void RenewLengths()
    {
        for (int m = 0; m < _grid.Nodes; m++)
        {
            _solidResistance[m] = _grid.SolidLength[m] / _grid.Conductivity[m];
        }
    }
}

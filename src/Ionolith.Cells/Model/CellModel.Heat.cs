namespace Ionolith.Cells.Model;

/// <content>Lumped heat balance, C dT/dt = Q - h (T - T_ambient), and the border that couples it with the control.</content>
/// <remarks>
/// Q = -I V - sum over the interfaces of i (U - T dU/dT) + Q_mix: electrical and reversible heat with the potential at each surface, and the
/// heat of mixing in the particles, F c_max integral of [H(x) - H(x_s)] dx/dt dV with H = U - T dU/dT, by which all work of a cell that comes
/// back to where it was is heat. Of the salt none is counted. Source: D. Bernardi, E. Pawlikowski and J. Newman, J. Electrochem. Soc. 132
/// (1985) 5, doi:10.1149/1.2113792.
/// </remarks>
internal sealed partial class CellModel
{
    /// <summary>Heat released per area at the state evaluated last, W/m2.</summary>
    private double Heat(double[] y, double voltage)
    {
        double heat = -(y[Layout.Current] - (Leak * voltage)) * voltage;
        if (Parts.Junction is { IsConnected: true } junction)
        {
            // Of the light that is absorbed all is heat but the work that the photocurrent does.
            junction.Evaluate(voltage, y[Layout.Temperature]);
            heat += (junction.Uptake.Absorbed * junction.Irradiance) - (junction.Slopes.Current * voltage);
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population p in electrode.Populations)
            {
                heat += p.Mixing!.Heat;
                for (int m = 0; m < electrode.Nodes; m++)
                {
                    heat -= p.Area * y[p.Current + m] * (p.Kinetics.Potential[m] - (_temperature * p.Kinetics.Entropic[m]));
                }
            }
        }

        return heat;
    }

    // Change of the heat along a direction; basis says whether the constant part of the elimination belongs to it.
    private double HeatChange(
        double[] y, double[] first, double[] second, (double Current, double Voltage, double Temperature) change, double voltage, bool basis)
    {
        double heat = (-change.Current * voltage) - ((y[Layout.Current] - (2 * Leak * voltage)) * change.Voltage);
        if (Parts.Junction is { IsConnected: true } junction)
        {
            (double photo, double perVolt, double perKelvin) = junction.Slopes;
            heat -= ((photo + (voltage * perVolt)) * change.Voltage) + (voltage * perKelvin * change.Temperature);
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population p in electrode.Populations)
            {
                for (int m = 0; m < electrode.Nodes; m++)
                {
                    int node = electrode.FirstNode + m;
                    double i = (basis ? p.Base[m] : 0) + (p.PerPsi[m] * second[node]) + (p.PerConcentration[m] * first[node])
                        + (p.PerKelvin[m] * change.Temperature);
                    double x = (basis ? p.Diffusion.SurfaceChange[m] : 0) + (p.Diffusion.SurfacePerCurrent[m] * i)
                        + (p.Diffusion.SurfaceTemperatureSlope[m] * change.Temperature);
                    double enthalpy = p.Kinetics.Potential[m] - (_temperature * p.Kinetics.Entropic[m]);
                    double slope = p.Kinetics.PotentialSlope[m] - (_temperature * p.Kinetics.EntropicSlope[m]);
                    heat -= p.Area * ((i * enthalpy) + (y[p.Current + m] * slope * x));
                    heat += p.Mixing!.Change(m, i, x, change.Temperature, basis);
                }
            }
        }

        return heat;
    }

    private void SetMixing(double[] y, double[] derivative, double shift)
    {
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population population in electrode.Populations)
            {
                (population.Mixing ??= new(population, electrode.Nodes)).Evaluate(y, derivative, shift);
            }
        }
    }

    // Two equations, the control and the heat balance, for the changes of current density and temperature.
    private void SolveHeatBorder(
        double[] y,
        double[] derivative,
        double shift,
        bool held,
        (double Residual, double PerCurrent, double PerKelvin) load,
        (double Value, double Change, double PerCurrent, double PerKelvin) voltage,
        ref double currentChange,
        out double temperatureChange)
    {
        double capacity = Parts.Heat!.HeatCapacity, transfer = Parts.Heat.HeatTransfer, known = held ? currentChange : 0;
        SetMixing(y, derivative, shift);
        double residual = (capacity * derivative[Layout.Temperature]) - Heat(y, voltage.Value)
            + (transfer * (y[Layout.Temperature] - Ambient))
            - HeatChange(y, _first, _second, (known, voltage.Change, 0), voltage.Value, basis: true);
        double perKelvin = (capacity * shift) + transfer
            - HeatChange(y, _kelvinFirst, _kelvinSecond, (0, voltage.PerKelvin, 1), voltage.Value, basis: false);
        if (held)
        {
            temperatureChange = -residual / perKelvin;
            return;
        }

        double perCurrent = -HeatChange(y, _currentFirst, _currentSecond, (1, voltage.PerCurrent, 0), voltage.Value, basis: false);
        double determinant = (load.PerCurrent * perKelvin) - (load.PerKelvin * perCurrent);
        currentChange = ((load.PerKelvin * residual) - (load.Residual * perKelvin)) / determinant;
        temperatureChange = ((load.Residual * perCurrent) - (load.PerCurrent * residual)) / determinant;
    }
}

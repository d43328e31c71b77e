using System.Runtime.Intrinsics;
using Ionolith.Materials;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>Ionic current and anion flux at all inner faces, with their exact partial derivatives.</summary>
/// <remarks>
/// Concentrated-solution theory of a binary salt with the potential phi_e measured by a lithium reference electrode:
/// i_e = -kappa dphi_e/dx + kappa chi dln c/dx with chi = 2 R T/F (1 - t+)(1 + dln f/dln c), and the flux of the anions, which no
/// electrode makes or takes, N = -D dc/dx - (1 - t+) i_e/F. In an electrode the solid carries I - i_e; with psi = phi_s - phi_e
/// both potentials fall out: i_e (1/kappa + 1/sigma) = dpsi/dx + I/sigma + chi dln c/dx. Elsewhere i_e = I.
/// Resistances of the two half volumes at a face are in series; t+ and chi are means. Source: J. Newman and K. E. Thomas-Alyea,
/// Electrochemical Systems, 3rd ed., Wiley 2004, chapters 12 and 22. Not thread-safe.
/// </remarks>
internal sealed class Transport
{
    private readonly TransportGrid _grid;
    private readonly IReadOnlyList<ElectrolyteRun> _runs;
    private readonly double[] _kappa, _kappaSlope, _diffusivity, _diffusivitySlope, _anionShare, _anionShareSlope, _chi, _chiSlope;
    private readonly double[] _kappaWarm, _diffusivityWarm, _anionShareWarm, _chiWarm, _conductivityWarm;
    private double _temperature;

    /// <summary>Creates the kernel.</summary>
    public Transport(TransportGrid grid, IReadOnlyList<ElectrolyteRun> runs)
    {
        _grid = grid;
        _runs = runs;
        int n = grid.Lanes + Rows.Width;
        (_kappa, _kappaSlope, _diffusivity, _diffusivitySlope) = (Ones(n), new double[n], Ones(n), new double[n]);
        (_anionShare, _anionShareSlope, _chi, _chiSlope) = (new double[n], new double[n], new double[n], new double[n]);
        (_kappaWarm, _diffusivityWarm, _anionShareWarm) = (new double[n], new double[n], new double[n]);
        (_chiWarm, _conductivityWarm) = (new double[n], new double[n]);
        (LogConcentration, Current, Flux, Drop) = (new double[n], new double[n], new double[n], new double[n]);
        (Resistance, SolidResistance, Chi) = (new double[n], new double[n], new double[n]);
        (CurrentPerLeft, CurrentPerRight, CurrentPerPsi, CurrentPerI) = (new double[n], new double[n], new double[n], new double[n]);
        (FluxPerLeft, FluxPerRight, FluxPerPsi, FluxPerI) = (new double[n], new double[n], new double[n], new double[n]);
        (CurrentPerKelvin, FluxPerKelvin, DropPerKelvin) = (new double[n], new double[n], new double[n]);
        (DropPerLeft, DropPerRight) = (new double[n], new double[n]);
    }

    /// <summary>ln c_e at the nodes.</summary>
    public double[] LogConcentration { get; }

    /// <summary>Ionic current at the inner faces, A/m2.</summary>
    public double[] Current { get; }

    /// <summary>Anion flux at the inner faces, mol/(m2 s).</summary>
    public double[] Flux { get; }

    /// <summary>Rise of phi_e from the left to the right node of each inner face, V.</summary>
    public double[] Drop { get; }

    /// <summary>Ionic resistance between the nodes of each inner face, ohm m2.</summary>
    public double[] Resistance { get; }

    /// <summary>Electronic resistance between the nodes of each inner face of an electrode, ohm m2.</summary>
    public double[] SolidResistance { get; }

    /// <summary>chi at the inner faces, V.</summary>
    public double[] Chi { get; }

    /// <summary>d(current)/dc on the left.</summary>
    public double[] CurrentPerLeft { get; }

    /// <summary>d(current)/dc on the right.</summary>
    public double[] CurrentPerRight { get; }

    /// <summary>d(current)/dpsi on the right; the opposite on the left.</summary>
    public double[] CurrentPerPsi { get; }

    /// <summary>d(current)/dI.</summary>
    public double[] CurrentPerI { get; }

    /// <summary>d(current)/dT.</summary>
    public double[] CurrentPerKelvin { get; }

    /// <summary>d(flux)/dc on the left.</summary>
    public double[] FluxPerLeft { get; }

    /// <summary>d(flux)/dc on the right.</summary>
    public double[] FluxPerRight { get; }

    /// <summary>d(flux)/dpsi on the right; the opposite on the left.</summary>
    public double[] FluxPerPsi { get; }

    /// <summary>d(flux)/dI.</summary>
    public double[] FluxPerI { get; }

    /// <summary>d(flux)/dT.</summary>
    public double[] FluxPerKelvin { get; }

    /// <summary>d(rise of phi_e)/dc on the left at constant current.</summary>
    public double[] DropPerLeft { get; }

    /// <summary>d(rise of phi_e)/dc on the right at constant current.</summary>
    public double[] DropPerRight { get; }

    /// <summary>d(rise of phi_e)/dT at constant current.</summary>
    public double[] DropPerKelvin { get; }

    /// <summary>Conductivity of the pure conductor at the nodes, S/m.</summary>
    public double[] Conductivity => _kappa;

    /// <summary>Slope of the conductivity to concentration at the nodes.</summary>
    public double[] ConductivitySlope => _kappaSlope;

    /// <summary>Salt diffusivity at the nodes, m2/s.</summary>
    public double[] Diffusivity => _diffusivity;

    /// <summary>1 - t+ at the nodes.</summary>
    public double[] AnionShare => _anionShare;

    /// <summary>chi at the nodes, V.</summary>
    public double[] NodeChi => _chi;

    /// <summary>Slope of the salt diffusivity to concentration at the nodes.</summary>
    public double[] DiffusivitySlope => _diffusivitySlope;

    /// <summary>Slope of 1 - t+ to concentration at the nodes.</summary>
    public double[] AnionShareSlope => _anionShareSlope;

    /// <summary>Slope of chi to concentration at the nodes.</summary>
    public double[] NodeChiSlope => _chiSlope;

    /// <summary>Slope of the electronic conductivity to temperature at the nodes, S/(m K); set by the model.</summary>
    public double[] ConductivityWarm => _conductivityWarm;

    /// <summary>Evaluates all faces.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="concentration">Index in y of the first node's concentration.</param>
    /// <param name="psi">Index in y of the first node's psi.</param>
    /// <param name="current">Current density of the cell I, A/m2; positive on discharge.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="thermal">Whether derivatives to temperature are wanted.</param>
    public void Evaluate(double[] y, int concentration, int psi, double current, double temperature, bool thermal)
    {
        Properties(y, concentration, temperature, thermal);
        Vector512<double> total = Rows.All(current), inverseF = Rows.All(1 / PhysicalConstants.Faraday), half = Rows.All(0.5);
        for (int g = 0; g < _grid.Nodes - 1; g += Rows.Width)
        {
            Vector512<double> inside = Rows.Load(_grid.Internal, g), open = Rows.Load(_grid.Open, g);
            Vector512<double> kL = Rows.Load(_kappa, g), kR = Rows.Load(_kappa, g + 1);
            Vector512<double> reL = Rows.Load(_grid.RightLength, g) / kL, reR = Rows.Load(_grid.LeftLength, g + 1) / kR, re = reL + reR;
            Vector512<double> sL = Rows.Load(_grid.SolidLength, g) / Rows.Load(_grid.Conductivity, g);
            Vector512<double> sR = Rows.Load(_grid.SolidLength, g + 1) / Rows.Load(_grid.Conductivity, g + 1), rs = inside * (sL + sR);
            Vector512<double> chi = open * half * (Rows.Load(_chi, g) + Rows.Load(_chi, g + 1));
            Vector512<double> logs = Rows.Load(LogConcentration, g + 1) - Rows.Load(LogConcentration, g);
            Vector512<double> force = Rows.Load(y, psi + g + 1) - Rows.Load(y, psi + g) + (total * rs) + (chi * logs);
            Vector512<double> conductance = inside / (re + rs), outside = Vector512<double>.One - inside;
            Vector512<double> i = (conductance * force) + (outside * total);
            Vector512<double> reSlopeL = -reL * Rows.Load(_kappaSlope, g) / kL, reSlopeR = -reR * Rows.Load(_kappaSlope, g + 1) / kR;
            Vector512<double> cL = Rows.Load(y, concentration + g), cR = Rows.Load(y, concentration + g + 1);
            Vector512<double> dropL = (open * half * Rows.Load(_chiSlope, g) * logs) - (chi / cL) - (i * reSlopeL);
            Vector512<double> dropR = (open * half * Rows.Load(_chiSlope, g + 1) * logs) + (chi / cR) - (i * reSlopeR);
            Vector512<double> perL = conductance * dropL, perR = conductance * dropR, perI = (conductance * rs) + outside;
            Rows.Store(i, Current, g);
            Rows.Store((chi * logs) - (i * re), Drop, g);
            Rows.Store(re, Resistance, g);
            Rows.Store(rs, SolidResistance, g);
            Rows.Store(chi, Chi, g);
            Rows.Store(perL, CurrentPerLeft, g);
            Rows.Store(perR, CurrentPerRight, g);
            Rows.Store(conductance, CurrentPerPsi, g);
            Rows.Store(perI, CurrentPerI, g);
            Rows.Store(dropL, DropPerLeft, g);
            Rows.Store(dropR, DropPerRight, g);

            Vector512<double> dL = Rows.Load(_diffusivity, g), dR = Rows.Load(_diffusivity, g + 1);
            Vector512<double> rdL = Rows.Load(_grid.RightLength, g) / dL, rdR = Rows.Load(_grid.LeftLength, g + 1) / dR;
            Vector512<double> gd = Vector512<double>.One / (rdL + rdR), gradient = (cR - cL) * gd;
            Vector512<double> share = half * (Rows.Load(_anionShare, g) + Rows.Load(_anionShare, g + 1)) * inverseF, iF = half * i * inverseF;
            Vector512<double> stepL = gradient * gd * rdL * Rows.Load(_diffusivitySlope, g) / dL;
            Vector512<double> stepR = gradient * gd * rdR * Rows.Load(_diffusivitySlope, g + 1) / dR;
            Rows.Store(-open * (gradient + (share * i)), Flux, g);
            Rows.Store(open * (gd - stepL - (iF * Rows.Load(_anionShareSlope, g)) - (share * perL)), FluxPerLeft, g);
            Rows.Store(-open * (gd + stepR + (iF * Rows.Load(_anionShareSlope, g + 1)) + (share * perR)), FluxPerRight, g);
            Rows.Store(-open * share * conductance, FluxPerPsi, g);
            Rows.Store(-open * share * perI, FluxPerI, g);
            if (thermal)
            {
                Vector512<double> reWarm = -((reL * Rows.Load(_kappaWarm, g) / kL) + (reR * Rows.Load(_kappaWarm, g + 1) / kR));
                Vector512<double> rsWarm = -inside * ((sL * Rows.Load(_conductivityWarm, g) / Rows.Load(_grid.Conductivity, g))
                    + (sR * Rows.Load(_conductivityWarm, g + 1) / Rows.Load(_grid.Conductivity, g + 1)));
                Vector512<double> chiWarm = open * half * (Rows.Load(_chiWarm, g) + Rows.Load(_chiWarm, g + 1));
                Vector512<double> dropWarm = (chiWarm * logs) - (i * reWarm);
                Vector512<double> perT = conductance * (dropWarm + ((total - i) * rsWarm));
                Vector512<double> gdWarm = gradient * gd * ((rdL * Rows.Load(_diffusivityWarm, g) / dL)
                    + (rdR * Rows.Load(_diffusivityWarm, g + 1) / dR));
                Vector512<double> shareWarm = iF * (Rows.Load(_anionShareWarm, g) + Rows.Load(_anionShareWarm, g + 1));
                Rows.Store(perT, CurrentPerKelvin, g);
                Rows.Store(dropWarm, DropPerKelvin, g);
                Rows.Store(-open * (gdWarm + shareWarm + (share * perT)), FluxPerKelvin, g);
            }
        }
    }

    private static double[] Ones(int length)
    {
        double[] row = new double[length];
        Array.Fill(row, 1);
        return row;
    }

    private void Properties(double[] y, int concentration, double temperature, bool thermal)
    {
        if (temperature != _temperature)
        {
            foreach (ElectrolyteRun run in _runs)
            {
                run.Tables.SetTemperature(temperature);
            }

            _temperature = temperature;
        }

        double energy = 2 * PhysicalConstants.GasConstant / PhysicalConstants.Faraday;
        foreach (ElectrolyteRun run in _runs)
        {
            PropertyTable kappa = run.Tables.Conductivity;
            if (run.Tables.Diffusivity is null)
            {
                Array.Fill(_kappa, kappa.Constant, run.First, run.Count);
                Array.Fill(_kappaWarm, kappa.Constant * kappa.LogSlope, run.First, run.Count);
                continue;
            }

            PropertyTable d = run.Tables.Diffusivity, plus = run.Tables.Transference!, factor = run.Tables.ThermodynamicFactor!;
            for (int m = run.First; m < run.First + run.Count; m++)
            {
                double c = y[concentration + m];
                _kappa[m] = kappa.Evaluate(c, out _kappaSlope[m]);
                _diffusivity[m] = d.Evaluate(c, out _diffusivitySlope[m]);
                double t = plus.Evaluate(c, out double tSlope), a = factor.Evaluate(c, out double aSlope);
                _anionShare[m] = 1 - t;
                _anionShareSlope[m] = -tSlope;
                double rt = energy * temperature;
                _chi[m] = rt * (1 - t) * a;
                _chiSlope[m] = rt * (((1 - t) * aSlope) - (tSlope * a));
                if (thermal)
                {
                    _kappaWarm[m] = kappa.TemperatureSlope(c, _kappa[m]);
                    _diffusivityWarm[m] = d.TemperatureSlope(c, _diffusivity[m]);
                    double tWarm = plus.TemperatureSlope(c, t), aWarm = factor.TemperatureSlope(c, a);
                    _anionShareWarm[m] = -tWarm;
                    _chiWarm[m] = (energy * (1 - t) * a) + (rt * (((1 - t) * aWarm) - (tWarm * a)));
                }
            }
        }

        for (int m = 0; m < _grid.Nodes; m += Rows.Width)
        {
            Rows.Store(Vector512.Log(Rows.Load(y, concentration + m)), LogConcentration, m);
        }
    }
}

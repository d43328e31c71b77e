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
/// Resistances of the two half volumes at a face are in series; t+ and chi are means. Face f lies between nodes f - 1 and f; faces 0 and
/// n are the ends of the mesh, where no anion passes and the current is I or, at a collector, nothing. Below a millionth of the initial
/// concentration ln c goes on along its tangent and the other properties keep their values, so that a depleted place costs voltage
/// without end but leaves every equation defined. Source: J. Newman and K. E. Thomas-Alyea,
/// Electrochemical Systems, 3rd ed., Wiley 2004, chapters 12 and 22. Not thread-safe.
/// </remarks>
internal sealed partial class Transport
{
    /// <summary>Share of a reference concentration below which ln c goes on along its tangent.</summary>
    public const double LeastShare = 1e-6;

    private readonly TransportGrid _grid;
    private readonly ElectrolyteRun[] _runs;
    private readonly double[] _kappa, _kappaSlope, _diffusivity, _diffusivitySlope, _anionShare, _anionShareSlope, _chi, _chiSlope;
    private readonly double[] _kappaPerKelvin, _diffusivityPerKelvin, _anionSharePerKelvin, _chiPerKelvin;
    private readonly double[] _resistivity, _resistivitySlope, _inverseDiffusivity, _inverseDiffusivitySlope, _inverseConcentration, _solidResistance, _concentration;
    private readonly double[][] _innerOnly;
    private readonly bool _hasSalt;
    private double _temperature;

    /// <summary>Creates the kernel.</summary>
    public Transport(TransportGrid grid, ElectrolyteRun[] runs)
    {
        _grid = grid;
        _runs = runs;
        _hasSalt = runs.Any(r => r.Tables.Diffusivity is not null);
        int n = grid.Lanes + (2 * Rows.Width);
        (_kappa, _kappaSlope, _diffusivity, _diffusivitySlope) = (Ones(n), new double[n], Ones(n), new double[n]);
        (_anionShare, _anionShareSlope, _chi, _chiSlope) = (new double[n], new double[n], new double[n], new double[n]);
        (_kappaPerKelvin, _diffusivityPerKelvin, _anionSharePerKelvin) = (new double[n], new double[n], new double[n]);
        (_chiPerKelvin, ConductivityPerKelvin, _solidResistance) = (new double[n], new double[n], new double[n]);
        (_resistivity, _resistivitySlope, _inverseDiffusivity, _inverseDiffusivitySlope) = (Ones(n), new double[n], Ones(n), new double[n]);
        _inverseConcentration = Ones(n);
        (LeastConcentration, _concentration) = (Ones(n), Ones(n));
        foreach (ElectrolyteRun run in runs.Where(r => r.Tables.Diffusivity is not null))
        {
            Array.Fill(LeastConcentration, LeastShare * run.Tables.InitialConcentration, run.First, run.Count);
        }

        (LogConcentration, Current, Flux, Drop) = (new double[n], new double[n], new double[n], new double[n]);
        Resistance = new double[n];
        (CurrentPerLeft, CurrentPerRight, CurrentPerPsi, CurrentPerI) = (new double[n], new double[n], new double[n], new double[n]);
        (FluxPerLeft, FluxPerRight, FluxPerPsi, FluxPerI) = (new double[n], new double[n], new double[n], new double[n]);
        (CurrentPerKelvin, FluxPerKelvin, DropPerKelvin) = (new double[n], new double[n], new double[n]);
        (DropPerLeft, DropPerRight) = (new double[n], new double[n]);
        _innerOnly =
        [
            Flux, Drop, Resistance, CurrentPerLeft, CurrentPerRight, CurrentPerPsi, FluxPerLeft, FluxPerRight, FluxPerPsi, FluxPerI,
            CurrentPerKelvin, FluxPerKelvin, DropPerLeft, DropPerRight, DropPerKelvin,
        ];
    }

    /// <summary>Concentration at the nodes below which ln c goes on along its tangent, mol/m3; 1 where there is no salt.</summary>
    public double[] LeastConcentration { get; }

    /// <summary>Number of nodes below their least concentration at the last evaluation.</summary>
    public int Depleted { get; private set; }

    /// <summary>ln c_e at the nodes.</summary>
    public double[] LogConcentration { get; }

    /// <summary>Ionic current at the faces, A/m2.</summary>
    public double[] Current { get; }

    /// <summary>Anion flux at the faces, mol/(m2 s).</summary>
    public double[] Flux { get; }

    /// <summary>Rise of phi_e from the left to the right node of each inner face f, V.</summary>
    public double[] Drop { get; }

    /// <summary>Ionic resistance between the nodes of each inner face, ohm m2.</summary>
    public double[] Resistance { get; }

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
    public double[] ConductivityPerKelvin { get; }

    /// <summary>Slope of the conductor's conductivity to temperature at the nodes, S/(m K).</summary>
    public double[] IonicConductivityPerKelvin => _kappaPerKelvin;

    /// <summary>Slope of the salt diffusivity to temperature at the nodes, m2/(s K).</summary>
    public double[] DiffusivityPerKelvin => _diffusivityPerKelvin;

    /// <summary>Slope of 1 - t+ to temperature at the nodes, 1/K.</summary>
    public double[] AnionSharePerKelvin => _anionSharePerKelvin;

    /// <summary>Slope of chi to temperature at the nodes, V/K.</summary>
    public double[] NodeChiPerKelvin => _chiPerKelvin;

    /// <summary>Evaluates all faces.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="concentration">Index in y of the first node's concentration.</param>
    /// <param name="psi">Index in y of the first node's psi.</param>
    /// <param name="current">Current density of the cell I, A/m2; positive on discharge.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="wanted">Which derivatives are wanted.</param>
    public void Evaluate(double[] y, int concentration, int psi, double current, double temperature, Derivatives wanted)
    {
        bool thermal = wanted == Derivatives.WithTemperature;
        Properties(y, concentration, temperature, thermal);
        if (wanted == Derivatives.None)
        {
            Values(y, concentration, psi, current);
        }
        else
        {
            Slopes(y, concentration, psi, current);
            if (thermal)
            {
                TemperatureSlopes(y, concentration, current);
            }
        }

        SetEnds(current);
    }

    /// <summary>Whether the salt is depleted at no node.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="concentration">Index in y of the first node's concentration.</param>
    /// <returns>True where the laws hold as they are written.</returns>
    public bool IsInside(double[] y, int concentration)
    {
        for (int m = 0; m < _grid.Nodes && _hasSalt; m += Rows.Width)
        {
            if (!Vector512.GreaterThanOrEqualAll(Rows.Load(y, concentration + m), Rows.Load(LeastConcentration, m)))
            {
                return false;
            }
        }

        return true;
    }

    private void Values(double[] y, int concentration, int psi, double current)
    {
        Vector512<double> total = Rows.All(current), inverseF = Rows.All(1 / PhysicalConstants.Faraday), half = Rows.All(0.5);
        for (int g = 0; g < _grid.Nodes - 1; g += Rows.Width)
        {
            Vector512<double> inside = Rows.Load(_grid.Internal, g), open = Rows.Load(_grid.Open, g);
            Vector512<double> re = (Rows.Load(_grid.RightLength, g) * Rows.Load(_resistivity, g))
                + (Rows.Load(_grid.LeftLength, g + 1) * Rows.Load(_resistivity, g + 1));
            Vector512<double> rs = inside * (Rows.Load(_solidResistance, g) + Rows.Load(_solidResistance, g + 1));
            Vector512<double> chi = open * half * (Rows.Load(_chi, g) + Rows.Load(_chi, g + 1));
            Vector512<double> logs = Rows.Load(LogConcentration, g + 1) - Rows.Load(LogConcentration, g);
            Vector512<double> force = Rows.Load(y, psi + g + 1) - Rows.Load(y, psi + g) + (total * rs) + (chi * logs);
            Vector512<double> i = (inside * force / (re + rs)) + ((Vector512<double>.One - inside) * total);
            Vector512<double> gradient = (Rows.Load(y, concentration + g + 1) - Rows.Load(y, concentration + g))
                / ((Rows.Load(_grid.RightLength, g) * Rows.Load(_inverseDiffusivity, g)) + (Rows.Load(_grid.LeftLength, g + 1) * Rows.Load(_inverseDiffusivity, g + 1)));
            Vector512<double> share = half * (Rows.Load(_anionShare, g) + Rows.Load(_anionShare, g + 1)) * inverseF;
            Rows.Store(i, Current, g + 1);
            Rows.Store((chi * logs) - (i * re), Drop, g + 1);
            Rows.Store(-open * (gradient + (share * i)), Flux, g + 1);
        }
    }

    private void Slopes(double[] y, int concentration, int psi, double current)
    {
        Vector512<double> total = Rows.All(current), inverseF = Rows.All(1 / PhysicalConstants.Faraday), half = Rows.All(0.5);
        for (int g = 0; g < _grid.Nodes - 1; g += Rows.Width)
        {
            int f = g + 1;
            Vector512<double> inside = Rows.Load(_grid.Internal, g), open = Rows.Load(_grid.Open, g);
            Vector512<double> lengthL = Rows.Load(_grid.RightLength, g), lengthR = Rows.Load(_grid.LeftLength, g + 1);
            Vector512<double> re = (lengthL * Rows.Load(_resistivity, g)) + (lengthR * Rows.Load(_resistivity, g + 1));
            Vector512<double> rs = inside * (Rows.Load(_solidResistance, g) + Rows.Load(_solidResistance, g + 1));
            Vector512<double> chi = open * half * (Rows.Load(_chi, g) + Rows.Load(_chi, g + 1));
            Vector512<double> logs = Rows.Load(LogConcentration, g + 1) - Rows.Load(LogConcentration, g);
            Vector512<double> force = Rows.Load(y, psi + g + 1) - Rows.Load(y, psi + g) + (total * rs) + (chi * logs);
            Vector512<double> conductance = inside / (re + rs), outside = Vector512<double>.One - inside;
            Vector512<double> i = (conductance * force) + (outside * total), halfLogs = open * half * logs;
            Vector512<double> cL = Rows.Load(y, concentration + g), cR = Rows.Load(y, concentration + g + 1);
            Vector512<double> dropL = (halfLogs * Rows.Load(_chiSlope, g)) - (chi * Rows.Load(_inverseConcentration, g))
                - (i * lengthL * Rows.Load(_resistivitySlope, g));
            Vector512<double> dropR = (halfLogs * Rows.Load(_chiSlope, g + 1)) + (chi * Rows.Load(_inverseConcentration, g + 1))
                - (i * lengthR * Rows.Load(_resistivitySlope, g + 1));
            Vector512<double> perL = conductance * dropL, perR = conductance * dropR, perI = (conductance * rs) + outside;
            Rows.Store(i, Current, f);
            Rows.Store((chi * logs) - (i * re), Drop, f);
            Rows.Store(re, Resistance, f);
            Rows.Store(perL, CurrentPerLeft, f);
            Rows.Store(perR, CurrentPerRight, f);
            Rows.Store(conductance, CurrentPerPsi, f);
            Rows.Store(perI, CurrentPerI, f);
            Rows.Store(dropL, DropPerLeft, f);
            Rows.Store(dropR, DropPerRight, f);

            Vector512<double> gd = Vector512<double>.One / ((lengthL * Rows.Load(_inverseDiffusivity, g)) + (lengthR * Rows.Load(_inverseDiffusivity, g + 1)));
            Vector512<double> gradient = (cR - cL) * gd, step = gradient * gd;
            Vector512<double> share = half * (Rows.Load(_anionShare, g) + Rows.Load(_anionShare, g + 1)) * inverseF, iF = half * i * inverseF;
            Rows.Store(-open * (gradient + (share * i)), Flux, f);
            Rows.Store(open * (gd + (step * lengthL * Rows.Load(_inverseDiffusivitySlope, g)) - (iF * Rows.Load(_anionShareSlope, g)) - (share * perL)), FluxPerLeft, f);
            Rows.Store(-open * (gd - (step * lengthR * Rows.Load(_inverseDiffusivitySlope, g + 1)) + (iF * Rows.Load(_anionShareSlope, g + 1)) + (share * perR)), FluxPerRight, f);
            Vector512<double> carried = -open * share;
            Rows.Store(carried * conductance, FluxPerPsi, f);
            Rows.Store(carried * perI, FluxPerI, f);
        }
    }

    private void TemperatureSlopes(double[] y, int concentration, double current)
    {
        Vector512<double> total = Rows.All(current), inverseF = Rows.All(1 / PhysicalConstants.Faraday), half = Rows.All(0.5);
        for (int g = 0; g < _grid.Nodes - 1; g += Rows.Width)
        {
            int f = g + 1;
            Vector512<double> inside = Rows.Load(_grid.Internal, g), open = Rows.Load(_grid.Open, g), i = Rows.Load(Current, f);
            Vector512<double> lengthL = Rows.Load(_grid.RightLength, g), lengthR = Rows.Load(_grid.LeftLength, g + 1);
            Vector512<double> rePerKelvin = -((lengthL * Relative(_resistivity, _kappaPerKelvin, _kappa, g)) + (lengthR * Relative(_resistivity, _kappaPerKelvin, _kappa, g + 1)));
            Vector512<double> rsPerKelvin = -inside * (Relative(_solidResistance, ConductivityPerKelvin, _grid.Conductivity, g)
                + Relative(_solidResistance, ConductivityPerKelvin, _grid.Conductivity, g + 1));
            Vector512<double> logs = Rows.Load(LogConcentration, g + 1) - Rows.Load(LogConcentration, g);
            Vector512<double> dropPerKelvin = (open * half * (Rows.Load(_chiPerKelvin, g) + Rows.Load(_chiPerKelvin, g + 1)) * logs) - (i * rePerKelvin);
            Vector512<double> perT = Rows.Load(CurrentPerPsi, f) * (dropPerKelvin + ((total - i) * rsPerKelvin));
            Vector512<double> pathPerKelvin = -((lengthL * Relative(_inverseDiffusivity, _diffusivityPerKelvin, _diffusivity, g))
                + (lengthR * Relative(_inverseDiffusivity, _diffusivityPerKelvin, _diffusivity, g + 1)));
            Vector512<double> path = (lengthL * Rows.Load(_inverseDiffusivity, g)) + (lengthR * Rows.Load(_inverseDiffusivity, g + 1));
            Vector512<double> gradientPerKelvin = -(Rows.Load(y, concentration + g + 1) - Rows.Load(y, concentration + g)) * pathPerKelvin / (path * path);
            Vector512<double> sharePerKelvin = half * i * inverseF * (Rows.Load(_anionSharePerKelvin, g) + Rows.Load(_anionSharePerKelvin, g + 1));
            Vector512<double> share = half * (Rows.Load(_anionShare, g) + Rows.Load(_anionShare, g + 1)) * inverseF;
            Rows.Store(perT, CurrentPerKelvin, f);
            Rows.Store(dropPerKelvin, DropPerKelvin, f);
            Rows.Store(-open * (gradientPerKelvin + sharePerKelvin + (share * perT)), FluxPerKelvin, f);
        }

        static Vector512<double> Relative(double[] value, double[] slope, double[] of, int at) =>
            Rows.Load(value, at) * Rows.Load(slope, at) / Rows.Load(of, at);
    }

    // The last vectors of a sweep run past the last inner face; the ends are put back.
    private void SetEnds(double current)
    {
        int n = _grid.Nodes;
        (Current[0], CurrentPerI[0]) = (_grid.LeftShare * current, _grid.LeftShare);
        (Current[n], CurrentPerI[n]) = (_grid.RightShare * current, _grid.RightShare);
        foreach (double[] row in _innerOnly)
        {
            row[0] = 0;
            row[n] = 0;
        }
    }

    private static double[] Ones(int length)
    {
        double[] row = new double[length];
        Array.Fill(row, 1);
        return row;
    }
}

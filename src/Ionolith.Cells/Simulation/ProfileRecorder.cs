using Ionolith.Cells.Model;

namespace Ionolith.Cells.Simulation;

/// <summary>Keeps profiles over x and r at a bounded number of times.</summary>
/// <remarks>
/// The length of a run is not known in advance, and the solver's rows crowd after each jump: when the store is full the profile whose
/// neighbours are closest in time is dropped, so that memory stays flat and the profiles spread evenly over time. The first and the
/// last one stay.
/// </remarks>
internal sealed class ProfileRecorder(CellModel model, Observation seen, int count)
{
    private readonly List<Profile> _kept = [];

    /// <summary>The profiles that are kept now; set: those of a saved run.</summary>
    public IReadOnlyList<Profile> Kept
    {
        get => [.. _kept];
        set
        {
            _kept.Clear();
            _kept.AddRange(value);
        }
    }

    /// <summary>Offers a row; the model has observed the state.</summary>
    /// <param name="time">Time, s.</param>
    /// <param name="y">State.</param>
    public void Take(double time, double[] y)
    {
        _kept.Add(Make(time, y));
        if (_kept.Count <= Math.Max(count, 2))
        {
            return;
        }

        int closest = 1;
        for (int i = 2; i + 1 < _kept.Count; i++)
        {
            if (Gap(i) < Gap(closest))
            {
                closest = i;
            }
        }

        _kept.RemoveAt(closest);

        double Gap(int i) => _kept[i + 1].Time - _kept[i - 1].Time;
    }

    /// <summary>The profiles kept.</summary>
    public FieldSeries Fields()
    {
        List<Profile> all = _kept;
        IReadOnlyList<Shape> shapes = Shapes();
        return new FieldSeries
        {
            Times = [.. all.Select(p => p.Time)],
            Voltages = [.. all.Select(p => p.Voltage)],
            Fields = [.. shapes.Select((s, i) =>
                new Field(s.Name, s.Symbol, s.Unit, s.Axis, s.Positions, [.. all.Select(p => p.Values[i])]) { Radii = s.Radii })],
        };
    }

    private double[] Centres(int first, int nodes) => model.Parts.Grid.Centre.AsSpan(first, nodes).ToArray();

    // A value more where a layer without nodes, which holds no salt, lies between two nodes: a line is not drawn through it.
    private double[] WithGaps(double[] values, Func<int, double> between)
    {
        TransportGrid grid = model.Parts.Grid;
        List<double> result = [];
        for (int m = 0; m < values.Length; m++)
        {
            result.Add(values[m]);
            if (m + 1 < values.Length && grid.Centre[m + 1] - grid.Centre[m] > 0.5 * (grid.Width[m] + grid.Width[m + 1]) * (1 + 1e-6))
            {
                result.Add(between(m));
            }
        }

        return [.. result];
    }

    private List<Shape> Shapes()
    {
        List<Shape> shapes = [];
        double[] all = Centres(0, model.Parts.Grid.Nodes);
        if (model.Parts.HasSalt)
        {
            shapes.Add(new("electrolyte concentration", "c_e", "mol/m3", "x", WithGaps(all, m => 0.5 * (all[m] + all[m + 1]))));
        }

        shapes.Add(new("electrolyte potential", "phi_e", "V", "x", all));
        foreach (ElectrodeModel electrode in model.Parts.Electrodes)
        {
            string side = electrode.Negative ? "n" : "p", name = electrode.Description.Name;
            double[] x = Centres(electrode.FirstNode, electrode.Nodes);
            shapes.Add(new($"solid potential: {name}", $"phi_s_{side}", "V", "x", x));
            shapes.Add(new($"reaction current: {name}", $"a_i_{side}", "A/m3", "x", x));
            for (int k = 0; k < electrode.Populations.Length; k++)
            {
                Population p = electrode.Populations[k];
                string label = electrode.Populations.Length == 1 ? side : $"{side}{k + 1}";
                string what = electrode.Populations.Length == 1
                    ? $"{p.Phase.Material.Name}"
                    : $"{p.Phase.Material.Name}, R = {p.Size.Radius * 1e6:0.###} um";
                shapes.Add(new($"surface stoichiometry: {what}", $"x_surf_{label}", "1", "x", x));
                shapes.Add(new($"mean stoichiometry: {what}", $"x_mean_{label}", "1", "x", x));
                double[] r = [.. Enumerable.Range(0, p.Diffusion.Mesh.Count).Select(p.Diffusion.Mesh.Centre)];
                shapes.Add(new($"stoichiometry in the particle, mean over x: {what}", $"x_r_{label}", "1", "r", r));
                shapes.Add(new($"stoichiometry in the particle: {what}", $"x_xr_{label}", "1", "x", x, r));
            }
        }

        return shapes;
    }

    private Profile Make(double time, double[] y)
    {
        List<double[]> values = [];
        if (model.Parts.HasSalt)
        {
            values.Add(WithGaps(seen.Concentration, _ => double.NaN));
        }

        values.Add((double[])seen.IonicPotential.Clone());
        foreach (ElectrodeModel electrode in model.Parts.Electrodes)
        {
            values.Add(seen.SolidPotential.AsSpan(electrode.FirstNode, electrode.Nodes).ToArray());
            values.Add(seen.Reaction.AsSpan(electrode.FirstNode, electrode.Nodes).ToArray());
            foreach (Population p in electrode.Populations)
            {
                values.Add(p.Diffusion.Surface.AsSpan(0, electrode.Nodes).ToArray());
                (double[] overX, double[] overR) = Means(p.Diffusion, electrode.Nodes, y);
                values.Add(overX);
                values.Add(overR);
                values.Add(Everywhere(p.Diffusion, electrode.Nodes, y));
            }
        }

        return new(time, seen.Voltage, values);
    }

    private static (double[] OverX, double[] OverR) Means(ParticleDiffusion diffusion, int nodes, double[] y)
    {
        double[] overX = new double[nodes], overR = new double[diffusion.Mesh.Count];
        for (int k = 0; k < overR.Length; k++)
        {
            for (int m = 0; m < nodes; m++)
            {
                double x = y[diffusion.Offset + (k * diffusion.Lanes) + m];
                overX[m] += 3 * diffusion.Mesh.Volumes[k] * x;
                overR[k] += x / nodes;
            }
        }

        return (overX, overR);
    }

    private static double[] Everywhere(ParticleDiffusion diffusion, int nodes, double[] y)
    {
        int shells = diffusion.Mesh.Count;
        double[] values = new double[nodes * shells];
        for (int m = 0; m < nodes; m++)
        {
            for (int k = 0; k < shells; k++)
            {
                values[(m * shells) + k] = y[diffusion.Offset + (k * diffusion.Lanes) + m];
            }
        }

        return values;
    }

    private sealed record Shape(string Name, string Symbol, string Unit, string Axis, double[] Positions, double[]? Radii = null);
}

using Ionolith.Cells.Model;

namespace Ionolith.Cells.Simulation;

/// <summary>Keeps profiles over x and r at a bounded number of times.</summary>
/// <remarks>
/// The number of rows of a run is not known in advance: when the store is full every second profile is dropped and from then on only
/// every second row is taken, so that memory stays flat and the profiles stay evenly spread over the rows. The last one is kept.
/// </remarks>
internal sealed class ProfileRecorder(CellModel model, Observation seen, int count)
{
    private readonly List<Profile> _kept = [];
    private Profile? _latest;
    private int _stride = 1;
    private int _taken;

    /// <summary>Offers a row; the model has observed the state.</summary>
    /// <param name="time">Time, s.</param>
    /// <param name="y">State.</param>
    public void Take(double time, double[] y)
    {
        _latest = null;
        Profile profile = Make(time, y);
        if (_taken++ % _stride != 0)
        {
            _latest = profile;
            return;
        }

        _kept.Add(profile);
        if (_kept.Count > 2 * count)
        {
            for (int i = _kept.Count - 2; i > 0; i -= 2)
            {
                _kept.RemoveAt(i);
            }

            _stride *= 2;
        }
    }

    /// <summary>The profiles kept.</summary>
    public FieldSeries Fields()
    {
        List<Profile> all = [.. _kept];
        if (_latest is not null)
        {
            all.Add(_latest);
        }

        IReadOnlyList<Shape> shapes = Shapes();
        return new FieldSeries
        {
            Times = [.. all.Select(p => p.Time)],
            Voltages = [.. all.Select(p => p.Voltage)],
            Fields = [.. shapes.Select((s, i) =>
                new Field(s.Name, s.Symbol, s.Unit, s.Axis, s.Positions, [.. all.Select(p => p.Values[i])]))],
        };
    }

    private double[] Centres(int first, int nodes)
    {
        TransportGrid grid = model.Parts.Grid;
        double x = 0;
        double[] centres = new double[nodes];
        for (int m = 0; m < first + nodes; m++)
        {
            if (m >= first)
            {
                centres[m - first] = x + (grid.Width[m] / 2);
            }

            x += grid.Width[m];
        }

        return centres;
    }

    private List<Shape> Shapes()
    {
        List<Shape> shapes = [];
        double[] all = Centres(0, model.Parts.Grid.Nodes);
        if (model.Parts.HasSalt)
        {
            shapes.Add(new("electrolyte concentration", "c_e", "mol/m3", "x", all));
        }

        shapes.Add(new("electrolyte potential", "phi_e", "V", "x", all));
        foreach (ElectrodeModel electrode in model.Parts.Electrodes)
        {
            string side = electrode.Negative ? "n" : "p", name = electrode.Description.Name;
            double[] x = Centres(electrode.FirstNode, electrode.Nodes);
            shapes.Add(new($"solid potential: {name}", $"phi_s_{side}", "V", "x", x));
            shapes.Add(new($"reaction current: {name}", $"a_i_{side}", "A/m3", "x", x));
            for (int k = 0; k < electrode.Populations.Count; k++)
            {
                Population p = electrode.Populations[k];
                string label = electrode.Populations.Count == 1 ? side : $"{side}{k + 1}";
                string what = electrode.Populations.Count == 1
                    ? $"{p.Phase.Material.Name}"
                    : $"{p.Phase.Material.Name}, R = {p.Size.Radius * 1e6:0.###} um";
                shapes.Add(new($"surface stoichiometry: {what}", $"x_surf_{label}", "1", "x", x));
                shapes.Add(new($"mean stoichiometry: {what}", $"x_mean_{label}", "1", "x", x));
                double[] r = [.. Enumerable.Range(0, p.Diffusion.Mesh.Count).Select(p.Diffusion.Mesh.Centre)];
                shapes.Add(new($"stoichiometry in the particle, mean over x: {what}", $"x_r_{label}", "1", "r", r));
            }
        }

        return shapes;
    }

    private Profile Make(double time, double[] y)
    {
        List<double[]> values = [];
        if (model.Parts.HasSalt)
        {
            values.Add((double[])seen.Concentration.Clone());
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

    private sealed record Profile(double Time, double Voltage, List<double[]> Values);

    private sealed record Shape(string Name, string Symbol, string Unit, string Axis, double[] Positions);
}

using System.Runtime.Intrinsics;
using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Simulation;

/// <summary>Splits the difference of open-circuit and terminal voltage into its losses, exactly.</summary>
/// <remarks>
/// In an electrode phi_s = phi_e + U(x_surface) + hysteresis + eta + film drop holds at each node and population; its mean over the electrode (over
/// nodes, and over populations by their volume) is inserted between the terminals. What is left of each term is a loss: the electronic drop from the
/// mean to the collector, the ionic drop from the mean to the separator's face, U at the mean stoichiometry minus the mean of U at
/// the surfaces (solid diffusion and uneven use), mean eta, mean film drop, mean hysteresis. The losses add up to open-circuit minus terminal voltage.
/// </remarks>
internal sealed class LossAnalysis
{
    private readonly CellModel _model;
    private readonly Observation _seen;
    private readonly List<Term> _terms = [];
    private readonly double[] _meanSurfacePotential = new double[2];
    private readonly double[] _meanOverpotential = new double[2];
    private readonly double[] _meanFilm = new double[2];
    private readonly double[] _meanHysteresis = new double[2];
    private readonly double[] _meanOhmic = new double[2];
    private readonly double[] _meanDiffusional = new double[2];
    private readonly double[] _meanSolid = new double[2];

    /// <summary>Lists the losses that the cell can have.</summary>
    public LossAnalysis(CellModel model, Observation seen)
    {
        _model = model;
        _seen = seen;
        ModelParts parts = model.Parts;
        AddLithium(parts.NegativeLithium);
        AddElectrode(parts.Negative, side: 0);
        AddSeparators(parts);
        AddElectrode(parts.Positive, side: 1);
        AddLithium(parts.PositiveLithium);
        Names = [.. _terms.Select(t => t.Name)];
    }

    /// <summary>Names in the order of the cell.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Open-circuit voltage at the mean stoichiometries of the state observed last, V.</summary>
    public double OpenCircuitVoltage { get; private set; }

    /// <summary>Evaluates the losses at a state that the model has observed.</summary>
    /// <param name="y">The state.</param>
    /// <param name="values">Receives the losses, V.</param>
    public void Evaluate(double[] y, Span<double> values)
    {
        OpenCircuitVoltage = MeanPotential(y, _model.Parts.Positive) - MeanPotential(y, _model.Parts.Negative);
        Average(y, _model.Parts.Negative, 0);
        Average(y, _model.Parts.Positive, 1);
        for (int i = 0; i < _terms.Count; i++)
        {
            values[i] = _terms[i].Value(y);
        }
    }

    /// <summary>Mean stoichiometry of a population, 1.</summary>
    public static double MeanStoichiometry(double[] y, Population population, int nodes)
    {
        ParticleDiffusion d = population.Diffusion;
        double sum = 0;
        for (int lane = 0; lane < nodes; lane += Rows.Width)
        {
            Vector512<double> mean = Vector512<double>.Zero;
            for (int k = 0; k < d.Mesh.Count; k++)
            {
                mean = Vector512.FusedMultiplyAdd(Rows.All(3 * d.Mesh.Volumes[k]), Rows.Load(y, d.Offset + (k * d.Lanes) + lane), mean);
            }

            for (int i = 0; i < Math.Min(Rows.Width, nodes - lane); i++)
            {
                sum += mean.GetElement(i);
            }
        }

        return sum / nodes;
    }

    // A host that has been driven beyond what is known of its potential ends the run; what it costs there is told with the last that is known.
    private static double Known(Population p, double potential, double stoichiometry)
    {
        (double lower, double upper) = p.Phase.Material.OpenCircuitPotential.Domain;
        return double.IsFinite(potential) ? potential : p.EquilibriumPotential(Math.Clamp(stoichiometry, lower, upper));
    }

    private static double Share(Population p) => p.Phase.VolumeFraction * p.Size.VolumeShare;

    private static double MeanPotential(double[] y, ElectrodeModel? electrode)
    {
        if (electrode is null)
        {
            return 0;
        }

        double sum = 0, weight = 0;
        foreach (Population p in electrode.Populations)
        {
            double x = MeanStoichiometry(y, p, electrode.Nodes);
            sum += Share(p) * Known(p, p.EquilibriumPotential(x), x);
            weight += Share(p);
        }

        return sum / weight;
    }

    private void Average(double[] y, ElectrodeModel? electrode, int side)
    {
        if (electrode is null)
        {
            return;
        }

        double surface = 0, film = 0, hysteresis = 0, potential = 0, ohmic = 0, diffusional = 0, weight = 0;
        foreach (Population p in electrode.Populations)
        {
            double share = Share(p);
            weight += share;
            for (int m = 0; m < electrode.Nodes; m++)
            {
                surface += share * Known(p, p.Kinetics.Potential[m], p.Diffusion.Surface[m]);
                film += share * p.Kinetics.FilmResistance * y[p.Current + m];
                hysteresis += share * p.HysteresisAt(y, m);
            }
        }

        for (int m = electrode.FirstNode; m < electrode.FirstNode + electrode.Nodes; m++)
        {
            potential += y[_model.Parts.Layout.Psi + m];
            ohmic += _seen.Ohmic[m];
            diffusional += _seen.Diffusional[m];
        }

        int n = electrode.Nodes;
        _meanSurfacePotential[side] = surface / weight / n;
        _meanFilm[side] = film / weight / n;
        _meanHysteresis[side] = hysteresis / weight / n;
        _meanOverpotential[side] = (potential / n) - _meanSurfacePotential[side] - _meanHysteresis[side] - _meanFilm[side];
        _meanOhmic[side] = ohmic / n;
        _meanDiffusional[side] = diffusional / n;
        _meanSolid[side] = (potential + ohmic + diffusional) / n;
    }

    private void AddLithium(LithiumSurface? surface)
    {
        if (surface is not null)
        {
            double sign = surface.Negative ? 1 : -1;
            _terms.Add(new($"kinetics: {surface.Metal.Name}", _ => sign * surface.Overpotential));
            _terms.Add(new($"film: {surface.Metal.Name}", _ => sign * surface.Film));
        }
    }

    private void AddElectrode(ElectrodeModel? electrode, int side)
    {
        if (electrode is null)
        {
            return;
        }

        string name = electrode.Description.Name;
        double sign = electrode.Negative ? 1 : -1;
        TransportGrid grid = _model.Parts.Grid;
        int collector = electrode.CollectorNode;
        _terms.Add(new($"electronic: {name}", y => (_seen.Current * grid.SolidLength[collector] / grid.Conductivity[collector])
            + (sign * (_seen.SolidPotential[collector] - _meanSolid[side]))));
        _terms.Add(new($"kinetics: {name}", _ => sign * _meanOverpotential[side]));
        if (electrode.Populations.Any(p => p.Phase.Kinetics.HasFilm || p.Phase.Ageing.Count > 0))
        {
            _terms.Add(new($"film: {name}", _ => sign * _meanFilm[side]));
        }

        if (electrode.Populations.Any(p => p.Hysteresis is not null))
        {
            _terms.Add(new($"hysteresis: {name}", _ => sign * _meanHysteresis[side]));
        }

        _terms.Add(new($"solid diffusion: {name}", y => sign * (_meanSurfacePotential[side] - MeanPotential(y, electrode))));
        _terms.Add(new($"electrolyte, ohmic: {name}", _ => -sign * (BoundaryOhmic(electrode) - _meanOhmic[side])));
        if (electrode.Description.Electrolyte.Salt is not null)
        {
            _terms.Add(new($"electrolyte, concentration: {name}", _ => -sign * (BoundaryDiffusional(electrode) - _meanDiffusional[side])));
        }
    }

    private void AddSeparators(ModelParts parts)
    {
        foreach (Layer layer in parts.Cell.Layers)
        {
            if (layer is ElectrolyteLayer { Electrolyte.Salt: not null } salt)
            {
                (int first, int last) = NodesOf(salt);
                _terms.Add(new($"electrolyte, ohmic: {salt.Name}", _ => -(RightOhmic(last) - LeftOhmic(first))));
                _terms.Add(new($"electrolyte, concentration: {salt.Name}", _ => -(RightDiffusional(last) - LeftDiffusional(first))));
            }
        }

        foreach (SeriesResistance resistance in parts.Series)
        {
            string kind = parts.Cell.Layers.Any(l => l is ElectrolyteLayer && string.Equals(l.Name, resistance.Name, StringComparison.Ordinal)) ? "electrolyte, ohmic" : "contact";
            _terms.Add(new($"{kind}: {resistance.Name}", _ => _seen.Current * resistance.Value));
        }
    }

    private (int First, int Last) NodesOf(ElectrolyteLayer layer)
    {
        int at = _model.Parts.Negative?.Nodes ?? 0;
        foreach (Layer other in _model.Parts.Cell.Layers)
        {
            if (other is ElectrolyteLayer { Electrolyte.Salt: not null })
            {
                if (ReferenceEquals(other, layer))
                {
                    return (at, at + _model.Parts.Cell.Mesh.SeparatorVolumes - 1);
                }

                at += _model.Parts.Cell.Mesh.SeparatorVolumes;
            }
        }

        throw new InvalidOperationException($"The layer '{layer.Name}' has no nodes.");
    }

    private double BoundaryOhmic(ElectrodeModel e) => e.Negative ? RightOhmic(e.FirstNode + e.Nodes - 1) : LeftOhmic(e.FirstNode);

    private double BoundaryDiffusional(ElectrodeModel e) =>
        e.Negative ? RightDiffusional(e.FirstNode + e.Nodes - 1) : LeftDiffusional(e.FirstNode);

    // phi_e at the faces of a node: the full current passes there, by half a volume's resistance.
    private double RightOhmic(int m) =>
        _seen.Ohmic[m] - (_seen.Current * _model.Parts.Grid.RightLength[m] / _model.Parts.Transport.Conductivity[m]);

    private double LeftOhmic(int m) =>
        _seen.Ohmic[m] + (_seen.Current * _model.Parts.Grid.LeftLength[m] / _model.Parts.Transport.Conductivity[m]);

    private double RightDiffusional(int m) => _seen.Diffusional[m] + Rise(m, left: false);

    private double LeftDiffusional(int m) => _seen.Diffusional[m] - Rise(m, left: true);

    // Diffusional rise over half a volume: of the plane where the salt ends, else half of that between the nodes.
    private double Rise(int m, bool left)
    {
        foreach (SaltEnd end in _model.Parts.SaltEnds)
        {
            if (end.Node == m && end.Left == left)
            {
                return end.Rise;
            }
        }

        int face = left ? m : m + 1;
        if (face < 1 || face >= _model.Parts.Grid.Nodes)
        {
            return 0;
        }

        Transport f = _model.Parts.Transport;
        return 0.5 * (f.Drop[face] + (f.Current[face] * f.Resistance[face]));
    }

    private sealed record Term(string Name, Func<double[], double> Value);
}

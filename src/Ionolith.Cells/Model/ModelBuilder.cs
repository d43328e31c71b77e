using Ionolith.Cells.Model.Kinetics;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>Lays out the model of a cell: nodes, faces, unknowns, compiled properties.</summary>
internal sealed class ModelBuilder
{
    private const int PotentialIntervals = 2048;

    // Of some volts: a tenth of a microvolt.
    private const double PotentialTolerance = 1.5e-8;
    private readonly CellDescription _cell;
    private readonly Layer _first;
    private readonly Layer _last;
    private readonly List<ElectrolyteLayer> _separators = [];
    private readonly List<SeriesResistance> _series = [];
    private readonly List<ElectrolyteRun> _runs = [];
    private readonly List<NodePlan> _plan = [];
    private readonly List<ElectrodeModel> _electrodes = [];
    private readonly Dictionary<Electrolyte, ElectrolyteTables> _tables = [];
    private readonly PropertyCache _cache;
    private int _size;

    private ModelBuilder(CellDescription cell, PropertyCache cache)
    {
        _cell = cell;
        _cache = cache;
        Layer[] active = [.. cell.Layers.Where(l => l is not CurrentCollector)];
        if (active.Length < 3 || active[1..^1].Any(l => l is not ElectrolyteLayer)
            || !IsElectrode(active[0]) || !IsElectrode(active[^1]))
        {
            throw new ArgumentException(
                "A cell needs an electrode, one or more electrolyte layers, and an electrode, in this order.", nameof(cell));
        }

        (_first, _last) = (active[0], active[^1]);
        _separators.AddRange(active[1..^1].Cast<ElectrolyteLayer>());
    }

    /// <summary>Builds the model of a cell.</summary>
    /// <param name="cell">A valid description.</param>
    /// <param name="cache">Compiled properties to share; null: none.</param>
    /// <returns>The model.</returns>
    public static CellModel Build(CellDescription cell, PropertyCache? cache = null) =>
        new(new ModelBuilder(cell, cache ?? new PropertyCache()).Compose());

    private static bool IsElectrode(Layer layer) => layer is LithiumMetal or PorousElectrode;

    private ModelParts Compose()
    {
        PlanNodes();
        TransportGrid grid = MakeGrid();
        int concentration = 0, psi = grid.Lanes;
        _size = 2 * grid.Lanes;
        AddElectrode(_first as PorousElectrode, negative: true);
        AddElectrode(_last as PorousElectrode, negative: false);
        Photojunction? junction = _last is PorousElectrode { Light: { } light } lit ? new(light, light.Uptake(lit.Thickness)) : null;
        StateLayout layout = new(concentration, psi, _size, _size + (junction is null ? Rows.Width : 2 * Rows.Width), junction is not null);
        AddSeries();
        List<SaltEnd> ends = SaltEnds(grid);
        int saltNodes = _plan.Count(p => p.Tables.Diffusivity is not null);
        return new ModelParts
        {
            Cell = _cell,
            Layout = layout,
            Grid = grid,
            Transport = new(grid, [.. _runs]),
            Runs = [.. _runs],
            Electrodes = [.. _electrodes],
            NegativeLithium = Surface(_first as LithiumMetal, negative: true, ends.Find(e => e.Node == 0 && e.Left)),
            PositiveLithium = Surface(_last as LithiumMetal, negative: false, ends.Find(e => e.Node == grid.Nodes - 1 && !e.Left)),
            SaltEnds = [.. ends],
            Series = [.. _series],
            Heat = _cell.Heat,
            Junction = junction,
            HasSalt = saltNodes > 0,
            SaltNodes = saltNodes,
            ReferenceConcentration = _runs.Where(r => r.Tables.Diffusivity is not null)
                .Select(r => r.Tables.InitialConcentration).DefaultIfEmpty(1).Max(),
            ReferenceCurrent = _cell.NominalCapacity / 3600 / _cell.Area,
            Unknowns = saltNodes + _electrodes.Sum(e => e.Nodes * (1 + e.Populations.Sum(p => p.Diffusion.Mesh.Count + (p.Hysteresis is null ? 1 : 2)))) + 2
                + (_cell.Heat is null ? 0 : 1),
        };
    }

    private void PlanNodes()
    {
        double x = 0;
        int electrodeNodes = _cell.Mesh.SingleParticle ? 1 : _cell.Mesh.ElectrodeVolumes;
        Plan(_first as PorousElectrode, electrodeNodes, negative: true, x);
        x += _first.Thickness;
        foreach (ElectrolyteLayer layer in _separators)
        {
            double start = x;
            x += layer.Thickness;
            if (layer.Electrolyte.Salt is null)
            {
                _plan.LastOrDefault()?.BlockRight();
                continue;
            }

            double width = layer.Thickness / _cell.Mesh.SeparatorVolumes, half = width / 2 / layer.TransportEfficiency;
            AddRun(layer.Electrolyte, _cell.Mesh.SeparatorVolumes, m => new NodePlan(layer, TablesOf(layer.Electrolyte))
            {
                Centre = start + ((m + 0.5) * width),
                Width = width,
                Left = half,
                Right = half,
                Capacity = width * layer.VolumeFraction,
            });
        }

        Plan(_last as PorousElectrode, electrodeNodes, negative: false, x);
    }

    private void Plan(PorousElectrode? electrode, int nodes, bool negative, double start)
    {
        if (electrode is null)
        {
            return;
        }

        double width = electrode.Thickness / nodes, half = width / 2, near = half, far = half, solid = half;
        if (_cell.Mesh.SingleParticle)
        {
            // A reaction that is the same everywhere has its mean potential and concentration a third of the thickness from the face.
            near = far = solid = width / 3;
        }

        double efficiency = electrode.TransportEfficiency;
        AddRun(electrode.Electrolyte, nodes, m => new NodePlan(electrode, TablesOf(electrode.Electrolyte))
        {
            Centre = start + ((m + 0.5) * width),
            Width = width,
            Left = (negative ? far : near) / efficiency,
            Right = (negative ? near : far) / efficiency,
            Solid = solid,
            Capacity = electrode.Electrolyte.Salt is null ? 0 : width * electrode.ElectrolyteFraction,
        });
    }

    private void AddRun(Electrolyte electrolyte, int nodes, Func<int, NodePlan> node)
    {
        // Neighbours with the same conductor are one run: fewer and fuller vectors.
        ElectrolyteTables tables = TablesOf(electrolyte);
        if (_runs.Count > 0 && ReferenceEquals(_runs[^1].Tables, tables))
        {
            _runs[^1] = _runs[^1] with { Count = _runs[^1].Count + nodes };
        }
        else
        {
            _runs.Add(new(_plan.Count, nodes, tables));
        }

        for (int m = 0; m < nodes; m++)
        {
            _plan.Add(node(m));
        }
    }

    private ElectrolyteTables TablesOf(Electrolyte electrolyte)
    {
        if (!_tables.TryGetValue(electrolyte, out ElectrolyteTables? tables))
        {
            tables = new(electrolyte, _cell.Temperature, _cache);
            _tables.Add(electrolyte, tables);
        }

        return tables;
    }

    private TransportGrid MakeGrid()
    {
        TransportGrid grid = new(_plan.Count)
        {
            LeftShare = _first is LithiumMetal ? 1 : 0,
            RightShare = _last is LithiumMetal ? 1 : 0,
        };
        for (int m = 0; m < _plan.Count; m++)
        {
            NodePlan p = _plan[m];
            (grid.Width[m], grid.Capacity[m], grid.LeftLength[m], grid.RightLength[m]) = (p.Width, p.Capacity, p.Left, p.Right);
            grid.SolidLength[m] = p.Solid;
            grid.Centre[m] = p.Centre;
            if (m + 1 < _plan.Count)
            {
                NodePlan next = _plan[m + 1];
                grid.Internal[m] = p.Layer == next.Layer && p.Layer is PorousElectrode ? 1 : 0;
                grid.Open[m] = p.Capacity > 0 && next.Capacity > 0 && !p.Blocked ? 1 : 0;
            }
        }

        return grid;
    }

    private List<SaltEnd> SaltEnds(TransportGrid grid)
    {
        List<SaltEnd> ends = [];
        for (int m = 0; m < grid.Nodes; m++)
        {
            if (grid.Capacity[m] == 0)
            {
                continue;
            }

            // At a collector the current is in the solid: no plane there.
            if (m == 0 ? _first is LithiumMetal : grid.Open[m - 1] == 0)
            {
                ends.Add(new(m, left: true));
            }

            if (m == grid.Nodes - 1 ? _last is LithiumMetal : grid.Open[m] == 0)
            {
                ends.Add(new(m, left: false));
            }
        }

        return ends;
    }

    private void AddElectrode(PorousElectrode? electrode, bool negative)
    {
        if (electrode is null)
        {
            return;
        }

        int nodes = _cell.Mesh.SingleParticle ? 1 : _cell.Mesh.ElectrodeVolumes;
        int firstNode = negative ? 0 : _plan.Count - nodes, lanes = Rows.Pad(nodes);
        RadialMesh mesh = new(_cell.Mesh.Shells, _cell.Mesh.ShellGrading);
        List<Population> populations = [];
        foreach (ActivePhase phase in electrode.ActivePhases)
        {
            InterfaceTables tables = TablesOf(phase);
            foreach (ParticleSize size in phase.Sizes)
            {
                double area = 3 * phase.VolumeFraction * size.VolumeShare / size.Radius * phase.ContactedFraction
                    * electrode.Thickness / nodes;
                PropertyTable diffusivity = _cache.Table(phase.Material.Diffusivity, 0, 1, PotentialIntervals, _cell.Temperature);
                ParticleDiffusion diffusion = diffusivity.IsConstant
                    ? new ConstantDiffusion(
                        mesh, diffusivity, nodes, _size, size.Radius, phase.Material.MaximumConcentration, phase.ContactedFraction)
                    : new VariableDiffusion(
                        mesh, diffusivity, nodes, _size, size.Radius, phase.Material.MaximumConcentration, phase.ContactedFraction);
                _size += mesh.Count * lanes;
                InterfaceKernel kinetics = KineticsLaws.Kernel(phase.Kinetics, tables, nodes);
                kinetics.TracksHeat = _cell.Heat is not null;
                int current = _size;
                _size += lanes;
                HysteresisState? hysteresis = null;
                if (phase.Material.Hysteresis is { HalfGap: > 0 } law)
                {
                    hysteresis = new(law, _size, lanes);
                    kinetics.HysteresisRow = _size;
                    _size += lanes;
                }

                populations.Add(new(phase, size, diffusion, kinetics, hysteresis, current, nodes, area));
            }
        }

        PropertyTable conductivity = _cache.Table(electrode.ElectronicConductivity, 0, 1, 1, _cell.Temperature);
        _electrodes.Add(new(electrode, negative, firstNode, nodes, [.. populations], conductivity));
    }

    private InterfaceTables TablesOf(ActivePhase phase)
    {
        ActiveMaterial material = phase.Material;
        double t = _cell.Temperature;
        bool entropic = material.EntropicCoefficient is not ConstantFunction { Value: 0 };
        return new(
            _cache.Table(material.OpenCircuitPotential, 0, 1, PotentialIntervals, material.ReferenceTemperature, PotentialTolerance),
            entropic ? _cache.Table(material.EntropicCoefficient, 0, 1, PotentialIntervals, t) : null,
            material.ReferenceTemperature,
            _cache.Table(phase.Kinetics.ExchangeCurrent.Reference, 0, 1, PotentialIntervals, t));
    }

    private LithiumSurface? Surface(LithiumMetal? metal, bool negative, SaltEnd? end)
    {
        if (metal is null)
        {
            return null;
        }

        ElectrolyteLayer touching = negative ? _separators[0] : _separators[^1];
        InterfaceTables tables = new(null, null, 298.15, _cache.Table(metal.Kinetics.ExchangeCurrent.Reference, 0, 1, 1, _cell.Temperature));
        InterfaceKernel kinetics = KineticsLaws.Kernel(metal.Kinetics, tables, 1);
        return new(metal, kinetics, negative, touching.Electrolyte.Salt is null ? null : end);
    }

    private void AddSeries()
    {
        foreach (Layer layer in _cell.Layers)
        {
            if (layer is CurrentCollector { Material.Conductivity: > 0 and var sigma })
            {
                _series.Add(new ActivatedResistance(layer.Name, layer.Thickness / sigma, 0));
            }
            else if (layer is ElectrolyteLayer { Electrolyte.Salt: null } conductor)
            {
                _series.Add(new ConductorResistance(
                    layer.Name, TablesOf(conductor.Electrolyte).Conductivity, layer.Thickness / conductor.TransportEfficiency));
            }
        }

        foreach (ContactResistance contact in _cell.Contacts)
        {
            _series.Add(new ActivatedResistance(
                $"{contact.Between} | {contact.And}", contact.Resistance, contact.ActivationEnergy));
        }
    }

    private sealed class NodePlan(Layer layer, ElectrolyteTables tables)
    {
        public Layer Layer => layer;

        public ElectrolyteTables Tables => tables;

        public double Centre { get; init; }

        public double Width { get; init; }

        public double Left { get; init; }

        public double Right { get; init; }

        public double Solid { get; init; }

        public double Capacity { get; init; }

        public bool Blocked { get; private set; }

        public void BlockRight() => Blocked = true;
    }
}

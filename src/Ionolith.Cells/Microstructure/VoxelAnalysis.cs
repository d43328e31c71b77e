using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Microstructure;

/// <summary>What a voxel structure says of an electrode.</summary>
public sealed record VoxelAnalysis
{
    /// <summary>The structure.</summary>
    public required VoxelStructure Structure { get; init; }

    /// <summary>Effective over pure ionic conductivity, 1; zero where the electrolyte does not join the ends.</summary>
    public required double IonicEfficiency { get; init; }

    /// <summary>Effective electronic conductivity, S/m; zero where nothing joins the ends.</summary>
    public required double ElectronicConductivity { get; init; }

    /// <summary>Electronic conductivities of active material and carbon that went in, S/m.</summary>
    public required (double Active, double Carbon) SolidConductivity { get; init; }

    /// <summary>Share of the surface of the active material, against anything else, that touches electrolyte joined to the separator, 1.</summary>
    public required double ContactedFraction { get; init; }

    /// <summary>Area of active material | joined electrolyte per volume, 1/m.</summary>
    /// <remarks>Voxel faces over 3/2: the faces of a staircase have 3/2 of the area of an isotropic surface (Cauchy and Crofton).</remarks>
    public required double ContactArea { get; init; }

    /// <summary>Share of the active material in particles that are joined to the collector and touch electrolyte joined to the separator, 1.</summary>
    public required double Utilisation { get; init; }

    /// <summary>Share of the electrolyte that is joined to the separator, 1.</summary>
    public required double JoinedElectrolyte { get; init; }

    /// <summary>Iterations of the solver for ions and electrons.</summary>
    public required (int Ions, int Electrons) Iterations { get; init; }

    /// <summary>Tortuosity factor of the electrolyte, 1: volume fraction over efficiency; infinite where it does not join the ends.</summary>
    public double TortuosityFactor => Structure.Fraction(VoxelPhase.Electrolyte) / IonicEfficiency;

    /// <summary>Bruggeman exponent that gives the same efficiency, 1: ln of the efficiency over ln of the volume fraction.</summary>
    public double BruggemanExponent => Math.Log(IonicEfficiency) / Math.Log(Structure.Fraction(VoxelPhase.Electrolyte));

    /// <summary>Analyses an electrode.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="options">Size, seed and clusters.</param>
    /// <returns>The analysis.</returns>
    /// <exception cref="ArgumentException">The electrode cannot be drawn in these voxels.</exception>
    public static VoxelAnalysis Of(PorousElectrode electrode, VoxelOptions options)
    {
        ArgumentNullException.ThrowIfNull(electrode);
        ArgumentNullException.ThrowIfNull(options);
        double carbon = electrode.InertPhases.Where(ElectrodeVoxels.Conducts).Select(p => p.Material.Conductivity).DefaultIfEmpty(0).Max();
        return Of(ElectrodeVoxels.Recipe(electrode, options).Make(), options.ActiveConductivity, carbon);
    }

    /// <summary>Analyses a structure.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="active">Electronic conductivity of the active material, S/m; zero: an insulator.</param>
    /// <param name="carbon">Electronic conductivity of the conducting inert solids, S/m.</param>
    /// <returns>The analysis.</returns>
    public static VoxelAnalysis Of(VoxelStructure structure, double active, double carbon)
    {
        ArgumentNullException.ThrowIfNull(structure);
        int count = structure.Size.Count;
        (double[] ions, double[] electrons) = (new double[count], new double[count]);
        (bool[] conductor, bool[] solid) = (new bool[count], new bool[count]);
        for (int i = 0; i < count; i++)
        {
            VoxelPhase phase = structure.Phases[i];
            conductor[i] = phase == VoxelPhase.Electrolyte;
            ions[i] = conductor[i] ? 1 : 0;
            electrons[i] = phase == VoxelPhase.Active ? active : phase == VoxelPhase.Carbon ? carbon : 0;
            solid[i] = electrons[i] > 0;
        }

        (double efficiency, int ionIterations) = VoxelNetwork.Effective(structure.Size, ions);
        (double conductivity, int electronIterations) = VoxelNetwork.Effective(structure.Size, electrons);
        VoxelConnectivity electrolyte = new(structure.Size, conductor), wired = new(structure.Size, solid);
        Surface surface = new(structure, electrolyte, wired);
        double edge = structure.Voxel;
        return new VoxelAnalysis
        {
            Structure = structure,
            IonicEfficiency = efficiency,
            ElectronicConductivity = conductivity,
            SolidConductivity = (active, carbon),
            ContactedFraction = surface.Faces > 0 ? (double)surface.Touching / surface.Faces : 0,
            ContactArea = surface.Touching / 1.5 / (count * edge),
            Utilisation = surface.Utilisation(),
            JoinedElectrolyte = (double)Enumerable.Range(0, count).Count(electrolyte.JoinsFirst) / Math.Max(1, conductor.Count(c => c)),
            Iterations = (ionIterations, electronIterations),
        };
    }

    /// <summary>Effective over pure ionic conductivity of a structure.</summary>
    /// <param name="structure">The structure.</param>
    /// <returns>The ratio, 1; zero where the electrolyte does not join the ends.</returns>
    public static double IonicEfficiencyOf(VoxelStructure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        double[] ions = new double[structure.Size.Count];
        for (int i = 0; i < ions.Length; i++)
        {
            ions[i] = structure.Phases[i] == VoxelPhase.Electrolyte ? 1 : 0;
        }

        return VoxelNetwork.Effective(structure.Size, ions).Conductivity;
    }

    /// <summary>Counts the faces of the active material and which of its particles are in use.</summary>
    private sealed class Surface
    {
        private readonly VoxelStructure _structure;
        private readonly VoxelConnectivity _electrolyte;
        private readonly VoxelConnectivity _wired;
        private readonly HashSet<int> _touched = [];
        private readonly HashSet<int> _joined = [];

        public Surface(VoxelStructure structure, VoxelConnectivity electrolyte, VoxelConnectivity wired)
        {
            (_structure, _electrolyte, _wired) = (structure, electrolyte, wired);
            var size = structure.Size;
            for (int at = 0; at < size.Count; at++)
            {
                int x = at / size.Plane, y = at / size.Z % size.Y, z = at % size.Z;
                Face(x < size.X - 1, at, at + size.Plane);
                Face(y < size.Y - 1, at, at + size.Z);
                Face(z < size.Z - 1, at, at + 1);
                if (structure.Phases[at] == VoxelPhase.Active && wired.JoinsLast(at))
                {
                    _joined.Add(structure.Particles[at]);
                }
            }
        }

        /// <summary>Faces of active material against anything else.</summary>
        public long Faces { get; private set; }

        /// <summary>Of these, faces against electrolyte that is joined to the separator.</summary>
        public long Touching { get; private set; }

        public double Utilisation()
        {
            long all = 0, used = 0;
            for (int at = 0; at < _structure.Size.Count; at++)
            {
                if (_structure.Phases[at] == VoxelPhase.Active)
                {
                    all++;
                    int particle = _structure.Particles[at];
                    used += _joined.Contains(particle) && _touched.Contains(particle) && _wired.JoinsLast(at) ? 1 : 0;
                }
            }

            return all > 0 ? (double)used / all : 0;
        }

        private void Face(bool inside, int a, int b)
        {
            if (!inside)
            {
                return;
            }

            bool first = _structure.Phases[a] == VoxelPhase.Active, second = _structure.Phases[b] == VoxelPhase.Active;
            if (first != second)
            {
                Faces++;
                if (_electrolyte.JoinsFirst(first ? b : a))
                {
                    Touching++;
                    _touched.Add(_structure.Particles[first ? a : b]);
                }
            }
        }
    }
}

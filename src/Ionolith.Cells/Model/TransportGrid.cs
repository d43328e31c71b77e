using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>Control volumes across the cell: sizes and effective lengths, which change where a cell follows its swelling.</summary>
/// <remarks>
/// Nodes are the volumes of the porous electrodes and of the layers that hold a salt, from the negative to the positive side; a layer of
/// a single-ion conductor has none, it is a resistor between its neighbours. Inner face g lies between nodes g and g + 1.
/// Lengths are effective: geometric half-widths over the transport efficiency of the volume. Centres are those of the start. Rows are padded.
/// </remarks>
internal sealed class TransportGrid
{
    /// <summary>Creates rows for a number of nodes.</summary>
    /// <param name="nodes">Number of nodes; may be zero.</param>
    public TransportGrid(int nodes)
    {
        Nodes = nodes;
        Lanes = Rows.Pad(Math.Max(nodes, 1));
        int length = Lanes + (2 * Rows.Width);
        Width = new double[length];
        Capacity = new double[length];
        Centre = new double[length];
        LeftLength = new double[length];
        RightLength = new double[length];
        SolidLength = new double[length];
        Conductivity = new double[length];
        Internal = new double[length];
        Open = new double[length];
        Array.Fill(LeftLength, 1);
        Array.Fill(RightLength, 1);
        Array.Fill(Conductivity, 1);
    }

    /// <summary>Share of the current that enters the conductor at the negative end of the mesh: 1 at lithium, 0 at a collector.</summary>
    public double LeftShare { get; init; }

    /// <summary>Share of the current that leaves the conductor at the positive end of the mesh.</summary>
    public double RightShare { get; init; }

    /// <summary>Number of nodes.</summary>
    public int Nodes { get; }

    /// <summary>Padded number of nodes.</summary>
    public int Lanes { get; }

    /// <summary>Geometric widths, m.</summary>
    public double[] Width { get; }

    /// <summary>Distance of the centres from the negative side of the first electrode, m.</summary>
    public double[] Centre { get; }

    /// <summary>Electrolyte volume per area, m; zero at nodes without salt.</summary>
    public double[] Capacity { get; }

    /// <summary>Effective length from the left face to the node, m.</summary>
    public double[] LeftLength { get; }

    /// <summary>Effective length from the node to the right face, m.</summary>
    public double[] RightLength { get; }

    /// <summary>Length from the node to a face in the solid, m; geometric as built.</summary>
    public double[] SolidLength { get; }

    /// <summary>Electronic conductivity at the current temperature, S/m; 1 outside electrodes.</summary>
    public double[] Conductivity { get; }

    /// <summary>1 at inner faces inside an electrode, where the ionic current is a result; else 0.</summary>
    public double[] Internal { get; }

    /// <summary>1 at inner faces that the anions of the salt pass; else 0.</summary>
    public double[] Open { get; }
}

using System.Text;
using Ionolith.Cells.Microstructure;

namespace Ionolith.Reports.Microstructure;

/// <summary>Writes docs/theory/microstructure.md: the equations, and the laws beside the networks.</summary>
public static class NetworkPage
{
    private const int Size = 40;
    private const double Diameter = 6;
    private static readonly double[] Fractions = [0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.8];

    /// <summary>The page.</summary>
    /// <returns>Markdown.</returns>
    public static string Markdown()
    {
        StringBuilder page = new();
        void Line(string text = "") => page.Append(text).Append('\n');
        Line("# Microstructure: voxel networks of composite electrodes");
        Line();
        Line("This page is written by `./ionolith microstructure --write docs/theory/microstructure.md`; a test computes it again. No number in the table is typed by hand.");
        Line();
        Line("## The structure");
        Line("A box of N^3 voxels, each active material, electrolyte, carbon, insulating solid or pore. Spheres of each constituent's particle size are dropped at");
        Line("random, the large ones first, until its volume fraction is reached to a voxel; they may overlap their own kind and are cut off by what is there");
        Line("already; the electrolyte fills the rest. The box is periodic in this. The same seed makes the same structure.");
        Line();
        Line("## The network");
        Line("Neighbouring voxels of conductivities s_1 and s_2 are joined by the conductance of two half voxels in series,");
        Line();
        Line("    g = 2 s_1 s_2 / (s_1 + s_2) dx,");
        Line();
        Line("the end planes (separator at x = 0, collector at x = L) by 2 s dx; the other sides are insulated. Kirchhoff's law at each voxel, sum g (phi_j - phi_i) = 0,");
        Line("is solved once for ions (electrolyte only) and once for electrons (active material and carbon): s_eff = I L / (U A). What does not hang together with");
        Line("both ends carries no current and is left out. Source: A. Ketter, W. G. Zeier et al., Nat. Commun. 16 (2025), doi:10.1038/s41467-025-56514-5.");
        Line();
        Line("- Tortuosity factor: tau = eps s / s_eff, so that `tortuosity: {factor: tau}` in a cell file gives s_eff.");
        Line("- Contacted fraction: faces of active material against electrolyte that is joined to the separator, over all its faces against anything else.");
        Line("- Contact area: these faces over 3/2 (Cauchy and Crofton: the projections on three axes of an isotropic surface add up to 3/2 of its area) per volume.");
        Line("- Utilisation: share of the active material in particles that are joined to the collector through active material and carbon and touch joined electrolyte.");
        Line();
        Line("The equations are solved by conjugate gradients with one multigrid cycle (two cells to one along each axis, one damped Jacobi sweep before and after, single");
        Line("precision) as preconditioner, to a residual of 1e-7.");
        Line();
        Line("## The laws beside it");
        Line(string.Create(CultureInfo.InvariantCulture, $"A conductor of volume fraction f in an insulator: effective over pure conductivity in networks of {Size}^3 voxels, seed 1, and from the laws. Single: every voxel by"));
        Line(string.Create(CultureInfo.InvariantCulture, $"itself. Matrix: the conductor between insulating spheres of {Diameter:0} voxels, as the catholyte between particles. Grains: the conductor as such spheres."));
        Line("General medium: threshold 0.3116 of site percolation on the simple cubic lattice, exponents 2 and 0.87. HS: Hashin-Shtrikman upper bound.");
        Line();
        Line("| f | single | matrix | grains | symmetric Bruggeman | general medium | f^1.5 | HS |");
        Line("|---|---|---|---|---|---|---|---|");
        foreach (var row in NetworkComparison.Of(Fractions, Size, Diameter, seed: 1))
        {
            double[] values = [row.Single, row.Matrix, row.Grains, row.Bruggeman, row.Percolating, row.Power, row.Bound];
            Line($"| {row.Fraction.ToString("0.00", CultureInfo.InvariantCulture)} | {string.Join(" | ", values.Select(Text))} |");
        }

        Line();
        Line("Between particles (matrix) the conductor stays joined far below the threshold of symmetric mixtures, but conducts less than f^1.5; as grains or single voxels");
        Line("it breaks up. Which law holds is a matter of which constituent is the matrix, not of the fraction alone: the network decides it from the particle sizes.");
        return page.ToString();
    }

    private static string Text(double value) => value < 5e-4 ? "0" : value.ToString("0.000", CultureInfo.InvariantCulture);
}

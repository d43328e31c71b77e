namespace Ionolith.Cells.Model;

/// <summary>Spherical shells of a particle of radius one, and the weights of their finite-volume equations.</summary>
/// <remarks>
/// Shells grow thinner outwards, where profiles are steep. With the usual distances between centroids a graded mesh loses the
/// quasi-steady parabola that a particle holds for most of a discharge, and does worse than a uniform one. Here the distance at a
/// face makes the flux exact for 1 and r^2, and the surface value is exact for 1, r^2 and r^4.
/// </remarks>
internal sealed class RadialMesh
{
    /// <summary>Divides a sphere.</summary>
    /// <param name="shells">Number of shells; at least 1.</param>
    /// <param name="grading">Thickness of a shell over that of the next one outwards; positive.</param>
    public RadialMesh(int shells, double grading)
    {
        Faces = new double[shells + 1];
        double total = 0, width = 1;
        for (int k = 0; k < shells; k++)
        {
            total += width;
            width /= grading;
        }

        width = 1;
        for (int k = 0; k < shells; k++)
        {
            Faces[k + 1] = Faces[k] + (width / total);
            width /= grading;
        }

        Faces[shells] = 1;
        Volumes = new double[shells];
        Conductances = new double[Math.Max(shells - 1, 0)];
        for (int k = 0; k < shells; k++)
        {
            Volumes[k] = (Cube(Faces[k + 1]) - Cube(Faces[k])) / 3;
        }

        for (int k = 0; k + 1 < shells; k++)
        {
            // Flux r^2 dx/dr through a face, over the difference of the neighbouring mean values: exact for x = r^2.
            double distance = (Moment(k + 1, 2) - Moment(k, 2)) / (2 * Faces[k + 1]);
            Conductances[k] = Faces[k + 1] * Faces[k + 1] / distance;
        }

        (SurfaceOuter, SurfaceInner, SurfaceSlope) = SurfaceWeights(shells);
    }

    /// <summary>Radii of the faces, length shells + 1, from 0 to 1.</summary>
    public double[] Faces { get; }

    /// <summary>Volumes over 4 pi, length shells.</summary>
    public double[] Volumes { get; }

    /// <summary>Flux through each inner face per difference of mean values, length shells - 1.</summary>
    public double[] Conductances { get; }

    /// <summary>Weight of the outermost shell's mean value in the surface value.</summary>
    public double SurfaceOuter { get; }

    /// <summary>Weight of the second outermost shell's mean value in the surface value.</summary>
    public double SurfaceInner { get; }

    /// <summary>Weight of the surface slope (per radius) in the surface value.</summary>
    public double SurfaceSlope { get; }

    /// <summary>Number of shells.</summary>
    public int Count => Volumes.Length;

    /// <summary>Radius of the volume centre of a shell, 1.</summary>
    /// <param name="shell">Index from the centre.</param>
    /// <returns>Radius at which r^2 is its mean over the shell.</returns>
    public double Centre(int shell) => Math.Sqrt(Moment(shell, 2));

    private static double Cube(double r) => r * r * r;

    // Volume mean of r^n in a shell.
    private double Moment(int shell, int n) =>
        (Math.Pow(Faces[shell + 1], n + 3) - Math.Pow(Faces[shell], n + 3)) / ((n + 3) * Volumes[shell]);

    private (double Outer, double Inner, double Slope) SurfaceWeights(int shells)
    {
        double m2 = Moment(shells - 1, 2);
        if (shells == 1)
        {
            return (1, 0, (1 - m2) / 2);
        }

        // outer + inner = 1; outer <r2>_N + inner <r2>_N-1 + 2 slope = 1; the same for r^4 with 4 slope.
        double n2 = Moment(shells - 2, 2), m4 = Moment(shells - 1, 4), n4 = Moment(shells - 2, 4);
        double inner = (1 - m4 - (2 * (1 - m2))) / (n4 - m4 - (2 * (n2 - m2)));
        double slope = (1 - m2 - (inner * (n2 - m2))) / 2;
        return (1 - inner, inner, slope);
    }
}

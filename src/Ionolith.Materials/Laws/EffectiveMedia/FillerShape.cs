namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>Form of a filler particle.</summary>
public enum FillerForm
{
    /// <summary>A sphere.</summary>
    Sphere,

    /// <summary>A disc that is thinner than wide.</summary>
    Platelet,

    /// <summary>A cylinder that is longer than wide.</summary>
    Tube,
}

/// <summary>A hard filler particle with a soft shell of changed matrix around it; shells of neighbours may overlap.</summary>
/// <remarks>
/// Share of shells at a filler fraction f. Spheres: a point is outside all shells with the probability that scaled-particle theory
/// gives for a hole of the shell's thickness between hard spheres (H. Reiss, H. L. Frisch, J. L. Lebowitz, J. Chem. Phys. 31 (1959) 369;
/// J. L. Lebowitz, E. Helfand, E. Praestgaard, J. Chem. Phys. 43 (1965) 774). Platelets and tubes: shells are thrown at random into
/// what the cores leave, (1 - f) [1 - exp(-v f/(1 - f))] with v the shell's volume over that of the core. Both begin with v f.
/// </remarks>
public sealed class FillerShape
{
    private readonly Func<double, double> _shellFraction;

    private FillerShape(FillerForm form, double radius, double extent, double shell, double shellRatio, double aspect, Func<double, double> shellFraction)
    {
        Form = form;
        Radius = radius;
        Extent = extent;
        ShellThickness = shell;
        ShellRatio = shellRatio;
        Depolarisation = DepolarisationFactors.Spheroid(aspect);
        _shellFraction = shellFraction;
    }

    /// <summary>Form of the core.</summary>
    public FillerForm Form { get; }

    /// <summary>Radius of the core, m; the lateral one of a platelet.</summary>
    public double Radius { get; }

    /// <summary>Extent of the core along its axis, m: thickness of a platelet, length of a tube, diameter of a sphere.</summary>
    public double Extent { get; }

    /// <summary>Thickness of the shell, m.</summary>
    public double ShellThickness { get; }

    /// <summary>Volume of a whole shell over the volume of its core.</summary>
    public double ShellRatio { get; }

    /// <summary>Depolarisation factors of the particle with its shell, taken as a spheroid of its outer aspect ratio.</summary>
    public DepolarisationFactors Depolarisation { get; }

    /// <summary>A sphere.</summary>
    /// <param name="radius">Radius of the core, m.</param>
    /// <param name="shell">Thickness of the shell, m; zero for none.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static FillerShape Sphere(double radius, double shell)
    {
        double q = Valid.NotNegative(shell, "The thickness of the shell", "m") / Valid.Positive(radius, "The radius of the filler", "m");
        return new FillerShape(FillerForm.Sphere, radius, 2 * radius, shell, Math.Pow(1 + q, 3) - 1, 1, f => SphereShells(f, q));
    }

    /// <summary>A platelet: boron nitride nanosheet, MXene, montmorillonite.</summary>
    /// <param name="radius">Lateral radius of the core, m.</param>
    /// <param name="thickness">Thickness of the core, m; below its lateral diameter.</param>
    /// <param name="shell">Thickness of the shell on every side, m; zero for none.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static FillerShape Platelet(double radius, double thickness, double shell)
    {
        Valid.Positive(radius, "The lateral radius of a platelet", "m");
        Valid.Positive(thickness, "The thickness of a platelet", "m");
        Valid.NotNegative(shell, "The thickness of the shell", "m");
        if (thickness > 2 * radius)
        {
            throw new ArgumentOutOfRangeException(nameof(thickness), thickness, $"A platelet must be thinner than its diameter of {2 * radius} m, but has {thickness} m.");
        }

        return Cylinder(FillerForm.Platelet, radius, thickness, shell);
    }

    /// <summary>A tube or fibre: halloysite or carbon nanotube. What it may hold inside belongs to the core.</summary>
    /// <param name="radius">Outer radius of the core, m.</param>
    /// <param name="length">Length of the core, m; above its diameter.</param>
    /// <param name="shell">Thickness of the shell on every side, m; zero for none.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static FillerShape Tube(double radius, double length, double shell)
    {
        Valid.Positive(radius, "The radius of a tube", "m");
        Valid.Positive(length, "The length of a tube", "m");
        Valid.NotNegative(shell, "The thickness of the shell", "m");
        if (length < 2 * radius)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, $"A tube must be longer than its diameter of {2 * radius} m, but has {length} m.");
        }

        return Cylinder(FillerForm.Tube, radius, length, shell);
    }

    /// <summary>Volume fraction of the shells.</summary>
    /// <param name="coreFraction">Volume fraction f of the cores, 0 to below 1.</param>
    /// <returns>The fraction; with the cores it never exceeds 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is out of its range.</exception>
    public double ShellFraction(double coreFraction)
    {
        if (coreFraction is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coreFraction), coreFraction, $"The volume fraction of the filler must be 0 or more and below 1, but is {coreFraction}.");
        }

        return _shellFraction(coreFraction);
    }

    private static FillerShape Cylinder(FillerForm form, double radius, double length, double shell)
    {
        double outside = Math.Pow(1 + (shell / radius), 2) * (1 + (2 * shell / length));
        double ratio = outside - 1;
        double aspect = (length + (2 * shell)) / (2 * (radius + shell));
        return new FillerShape(form, radius, length, shell, ratio, aspect, f => -(1 - f) * double.ExpM1(-ratio * f / (1 - f)));
    }

    private static double SphereShells(double f, double q)
    {
        double free = 1 - f;
        double once = f / free;
        double work = (3 * q * once)
            + (q * q * ((3 * once) + (4.5 * once * once)))
            + (q * q * q * once * (1 + f + (f * f)) / (free * free));
        return -free * double.ExpM1(-work);
    }
}

namespace Ionolith.Cells.Stack;

/// <summary>How finely the continuum model is divided, and whether it is reduced to single particles.</summary>
public sealed record MeshOptions
{
    /// <summary>Control volumes across each porous electrode.</summary>
    public int ElectrodeVolumes { get; init; } = 20;

    /// <summary>Control volumes across each electrolyte layer that holds a salt; a single-ion layer needs none.</summary>
    public int SeparatorVolumes { get; init; } = 10;

    /// <summary>Shells in each particle.</summary>
    public int Shells { get; init; } = 10;

    /// <summary>Ratio of the thickness of a shell to that of the next one outwards; 1: equal shells.</summary>
    public double ShellGrading { get; init; } = 1.2;

    /// <summary>One average particle for each electrode and size instead of a profile across the electrode.</summary>
    public bool SingleParticle { get; init; }
}

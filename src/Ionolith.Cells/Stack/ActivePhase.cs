using Ionolith.Cells.Ageing;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Stack;

/// <summary>One active material in a porous electrode: how much, in which particles, how connected.</summary>
public sealed record ActivePhase
{
    /// <summary>The material.</summary>
    public required ActiveMaterial Material { get; init; }

    /// <summary>Volume fraction in the electrode, 1.</summary>
    public required double VolumeFraction { get; init; }

    /// <summary>Particle sizes; one entry for a single radius. Shares are of the phase's volume and add up to one.</summary>
    public required IReadOnlyList<ParticleSize> Sizes { get; init; }

    /// <summary>Share of the particles' surface that touches the conductor, 1.</summary>
    public double ContactedFraction { get; init; } = 1;

    /// <summary>Kinetics of insertion.</summary>
    public required InterfaceKinetics Kinetics { get; init; }

    /// <summary>What changes slowly at the surface of its particles; empty: nothing.</summary>
    public IReadOnlyList<AgeingMechanism> Ageing { get; init; } = [];

    /// <summary>Stoichiometry at the start, 1.</summary>
    public required double InitialStoichiometry { get; init; }

    /// <summary>Where between the branches of its hysteresis it starts, 1: -1 on that of lithiation, 1 on that of delithiation.</summary>
    public double InitialHysteresis { get; init; }
}

/// <summary>Spherical particles of one radius.</summary>
/// <param name="Radius">Radius, m.</param>
/// <param name="VolumeShare">Share of the phase's volume in particles of this radius, 1.</param>
public sealed record ParticleSize(double Radius, double VolumeShare);

using Ionolith.Materials;

namespace Ionolith.Cells.Ageing;

/// <summary>One slow process at an interface: growth of an interphase, loss of contact, a filament.</summary>
/// <remarks>
/// A mechanism is an immutable description with a law: rates of its own states from the conditions at the interface, and what the
/// states do to it. It knows neither the solver nor other mechanisms, so that any of them run together. It lies in one file, with its
/// source; <see cref="AgeingLaws"/> lists its card.
/// </remarks>
public abstract record AgeingMechanism
{
    private const double ReferenceTemperature = 298.15;

    /// <summary>Name, parameters and source of the law.</summary>
    public abstract MechanismCard Card { get; }

    /// <summary>Whether this mechanism, with its values, answers to the stack pressure.</summary>
    public virtual bool FollowsPressure => Card.FollowsPressure;

    /// <summary>Whether it makes sense under a stack pressure only.</summary>
    public virtual bool NeedsPressure => false;

    /// <summary>Whether it needs the change of volume that its host's material states.</summary>
    public virtual bool NeedsVolumeChange => false;

    /// <summary>Whether its shift of the potential belongs to the first cycle of any cell, so that a fresh cell with which an aged one is compared has it behind it.</summary>
    public virtual bool IsConditioning => false;

    /// <summary>The states that it adds.</summary>
    public abstract IReadOnlyList<AgeingState> States { get; }

    /// <summary>Rates of the states.</summary>
    /// <param name="at">Conditions at the interface.</param>
    /// <param name="states">The states, SI.</param>
    /// <param name="rates">Receives d(state)/dt, SI.</param>
    public abstract void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates);

    /// <summary>Adds what the states do to the interface.</summary>
    /// <param name="at">Conditions at the interface.</param>
    /// <param name="states">The states, SI.</param>
    /// <param name="effect">Receives the effect on top of those of other mechanisms.</param>
    public abstract void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect);

    /// <summary>Factor by which warmth speeds a process up, exp[-E/R (1/T - 1/298.15 K)].</summary>
    /// <param name="energy">Activation energy E, J/mol.</param>
    /// <param name="temperature">Temperature T, K.</param>
    /// <returns>The factor; 1 at 298.15 K.</returns>
    protected static double Activation(double energy, double temperature) =>
        energy == 0 ? 1 : Math.Exp(-energy / PhysicalConstants.GasConstant * ((1 / temperature) - (1 / ReferenceTemperature)));
}

using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>How the figure of a claim is computed: a run of a cell, a property of a material, a design, or a combination of such.</summary>
public interface IMeasurement
{
    /// <summary>What kind of quantity it gives.</summary>
    QuantityKind Kind { get; }

    /// <summary>The measurement in a line, for a reader.</summary>
    string Text { get; }

    /// <summary>The measurements that it is made of; empty for a run, a property or a design.</summary>
    IReadOnlyList<IMeasurement> Parts { get; }

    /// <summary>The cell or material that it is made on; null for a combination.</summary>
    MeasuredSubject? Subject { get; }

    /// <summary>Carries the measurement out.</summary>
    /// <param name="laboratory">Where cells and materials are loaded and run.</param>
    /// <returns>What was measured.</returns>
    /// <exception cref="MeasurementException">The measurement cannot be carried out; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    Measured Measure(Laboratory laboratory);
}

/// <summary>What a measurement gives.</summary>
/// <param name="Value">The value, SI units of <see cref="IMeasurement.Kind"/>.</param>
/// <param name="Detail">What stands behind it, such as the two figures of a comparison; empty where the value says all.</param>
/// <param name="Holds">Whether a statement holds; null where there is none.</param>
public sealed record Measured(double Value, string Detail = "", bool? Holds = null)
{
    /// <summary>Whether the measurement ended before the figure came, so that the value is only a lower bound of it.</summary>
    public bool IsLowerBound { get; init; }
}

/// <summary>The cell or material that a measurement is made on.</summary>
/// <param name="IsCell">Whether it is a cell; otherwise a material.</param>
/// <param name="Name">Library id or file.</param>
/// <param name="Settings">Values of a cell that the measurement replaces, "path=value"; empty for a material.</param>
public sealed record MeasuredSubject(bool IsCell, string Name, IReadOnlyList<string> Settings);

/// <summary>A measurement that cannot be carried out; the message says why.</summary>
public sealed class MeasurementException : Exception
{
    /// <summary>Makes the exception.</summary>
    public MeasurementException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Why the measurement cannot be carried out.</param>
    public MeasurementException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Why the measurement cannot be carried out.</param>
    /// <param name="innerException">What stopped it.</param>
    public MeasurementException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

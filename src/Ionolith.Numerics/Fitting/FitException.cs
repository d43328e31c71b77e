namespace Ionolith.Numerics.Fitting;

/// <summary>Data that cannot determine the parameters of a model; the message says why.</summary>
public sealed class FitException : Exception
{
    /// <summary>Without a message.</summary>
    public FitException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What the data lack.</param>
    public FitException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    /// <param name="message">What the data lack.</param>
    /// <param name="innerException">The cause.</param>
    public FitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace Ionolith.Numerics.Expressions;

/// <summary>An expression cannot be read; tells where and what was expected.</summary>
public sealed class ExpressionException : FormatException
{
    /// <summary>States what is wrong and where.</summary>
    /// <param name="text">The whole expression.</param>
    /// <param name="position">Zero-based index of the first character that does not fit.</param>
    /// <param name="reason">What was found and what was expected.</param>
    public ExpressionException(string text, int position, string reason)
        : base($"{reason} (at character {position + 1} of \"{text}\")")
    {
        Text = text;
        Position = position;
        Reason = reason;
    }

    /// <summary>The whole expression.</summary>
    public string Text { get; }

    /// <summary>Zero-based index of the first character that does not fit.</summary>
    public int Position { get; }

    /// <summary>What was found and what was expected, without the position.</summary>
    public string Reason { get; }
}

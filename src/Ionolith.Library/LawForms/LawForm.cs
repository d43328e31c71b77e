using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>How one law stands in a file: its name, its keys, and both ways between the keys and the function.</summary>
internal abstract class LawForm
{
    /// <summary>Name in files: "brick-layer".</summary>
    public abstract string Name { get; }

    /// <summary>What the law describes, in one line, for the guide.</summary>
    public abstract string Meaning { get; }

    /// <summary>Where the law is from: its source where a file names none.</summary>
    public abstract string Source { get; }

    /// <summary>The kind of quantity that it gives; null if it gives what its parts are.</summary>
    public virtual QuantityKind? Gives => null;

    /// <summary>Its keys, in the order of writing.</summary>
    public abstract IReadOnlyList<LawKey> Keys { get; }

    /// <summary>Makes the function. Values that break the rules of their keys never get here.</summary>
    /// <param name="law">The values of the keys.</param>
    /// <returns>The function; null where <paramref name="law"/> was told a problem.</returns>
    /// <exception cref="ArgumentException">The values do not go together; the message is told to the user.</exception>
    public abstract IPropertyFunction? Read(LawReader law);

    /// <summary>Writes a function of this law.</summary>
    /// <param name="function">Any function.</param>
    /// <param name="law">Receives the values of the keys.</param>
    /// <returns>Whether the function is of this law.</returns>
    public abstract bool Write(IPropertyFunction function, LawWriter law);
}

/// <summary>A law that is one type of function.</summary>
/// <typeparam name="T">The type.</typeparam>
internal abstract class LawForm<T> : LawForm
    where T : class, IPropertyFunction
{
    public sealed override bool Write(IPropertyFunction function, LawWriter law)
    {
        if (function is not T one)
        {
            return false;
        }

        Write(one, law);
        return true;
    }

    protected abstract void Write(T function, LawWriter law);
}

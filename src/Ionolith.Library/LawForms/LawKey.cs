using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>What stands under a key of a law.</summary>
internal enum LawKeyType
{
    /// <summary>A single value with its provenance.</summary>
    Quantity,

    /// <summary>A property function: value, formula, table, law, or that of another material.</summary>
    Function,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>Keys of their own below it.</summary>
    Section,

    /// <summary>Named parts, each with its share and its function.</summary>
    Parts,
}

/// <summary>A key that a law has in a file.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">What stands under it.</param>
/// <param name="Meaning">What it means, with its symbol, for the guide and the schema.</param>
internal sealed record LawKey(string Name, LawKeyType Type, string Meaning)
{
    /// <summary>Kind of its values; null for a function of the kind that the whole law gives.</summary>
    public QuantityKind? Kind { get; init; }

    /// <summary>Which values it may have.</summary>
    public LawRule Rule { get; init; } = LawRule.Finite;

    /// <summary>Value where a file has none; NaN where it must have one.</summary>
    public double Otherwise { get; init; } = double.NaN;

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Words that may stand there, the first one by default.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Keys below it.</summary>
    public IReadOnlyList<LawKey> Keys { get; init; } = [];

    /// <summary>Property of another material that "of" means; empty for the property that the whole law gives.</summary>
    public string Property { get; init; } = "";

    public static LawKey Quantity(string name, QuantityKind kind, LawRule rule, string meaning) =>
        new(name, LawKeyType.Quantity, meaning) { Kind = kind, Rule = rule };

    public static LawKey Quantity(string name, QuantityKind kind, LawRule rule, double otherwise, string meaning) =>
        new(name, LawKeyType.Quantity, meaning) { Kind = kind, Rule = rule, Otherwise = otherwise, IsOptional = true };

    /// <summary>A quantity that is required or not by what else is given; the law says so.</summary>
    public static LawKey Alternative(string name, QuantityKind kind, LawRule rule, string meaning) =>
        new(name, LawKeyType.Quantity, meaning) { Kind = kind, Rule = rule, IsOptional = true };

    public static LawKey Function(string name, string meaning) => new(name, LawKeyType.Function, meaning);

    public static LawKey Word(string name, string meaning, params string[] words) => new(name, LawKeyType.Word, meaning) { Words = words };

    public static LawKey Section(string name, string meaning, params LawKey[] keys) =>
        new(name, LawKeyType.Section, meaning) { Keys = keys, IsOptional = true };

    /// <summary>Parts as "name: {share: ..., part: ...}"; the first key is the share.</summary>
    public static LawKey Parts(string name, string meaning, params LawKey[] keys) => new(name, LawKeyType.Parts, meaning) { Keys = keys };
}

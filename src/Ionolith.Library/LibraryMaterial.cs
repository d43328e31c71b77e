using Ionolith.Cells.Stack;
using Ionolith.Materials.Substances;

namespace Ionolith.Library;

/// <summary>A material as its file describes it; one of the three substances is set.</summary>
public sealed record LibraryMaterial
{
    /// <summary>Id by which files refer to it.</summary>
    public required string Id { get; init; }

    /// <summary>Name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>What a reader should know; may be empty.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The substance as a lithium host; null if it is none.</summary>
    public ActiveMaterial? Active { get; init; }

    /// <summary>The substance as an electrolyte; null if it is none.</summary>
    public Electrolyte? Electrolyte { get; init; }

    /// <summary>The substance as an inert solid; null if it is none.</summary>
    public InertMaterial? Inert { get; init; }

    /// <summary>active, electrolyte or inert.</summary>
    public string Kind => Active is not null ? "active" : Electrolyte is not null ? "electrolyte" : "inert";

    /// <summary>Every value as written, with its source.</summary>
    public IReadOnlyList<SourcedValue> Values { get; init; } = [];
}

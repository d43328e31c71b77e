using Ionolith.Cells.Simulation;

namespace Ionolith.Reports;

/// <summary>A result together with what is needed to repeat it.</summary>
public sealed record RunRecord
{
    /// <summary>The result.</summary>
    public required SimulationResult Result { get; init; }

    /// <summary>The exact text of the cell's file; written to input.yaml.</summary>
    public required string InputText { get; init; }

    /// <summary>Other files that the cell was read from: text by path in the folder of the run.</summary>
    public IReadOnlyDictionary<string, string> OtherFiles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Name and version of the program ("Ionolith 0.1.0").</summary>
    public required string Program { get; init; }

    /// <summary>Options that the run had, as words of the command line; may be empty.</summary>
    public IReadOnlyList<string> OptionWords { get; init; } = [];

    /// <summary>Everything that the result follows from.</summary>
    public RunInput Input => new(InputText, Result.Protocol, OtherFiles, OptionWords);

    /// <summary>The protocol as text, one item a line; its profiles are those of <see cref="Profiles"/>.</summary>
    public string ProtocolText => Input.ProtocolText;

    /// <summary>Command that repeats the run in the folder that holds its files.</summary>
    public string Command => Input.Command;

    /// <summary>SHA-256 of <see cref="Input"/>; lower-case hexadecimal.</summary>
    public string InputHash => Input.Hash;

    /// <summary>Profiles that the protocol names, as CSV by path in the folder of the run.</summary>
    public IReadOnlyDictionary<string, string> Profiles => Input.Profiles;
}

using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Library.Writing;

namespace Ionolith.Library.Bpx;

/// <summary>Cells in the form of the Battery Parameter eXchange standard (BPX), version 1.1; older files are read as well.</summary>
/// <remarks>Source: github.com/FaradayInstitution/BPX. Reading is done by <see cref="CellLibrary"/>, which knows a BPX file by its content.</remarks>
public static class BpxFile
{
    private const double Tolerance = 1e-3;

    /// <summary>Whether a file is meant to be BPX.</summary>
    /// <param name="fileName">Its name.</param>
    /// <param name="text">Its text.</param>
    /// <returns>True for a JSON object with a section of the standard, right or wrong, and for any in a .json file but a cell file's.</returns>
    public static bool IsBpx(string fileName, string text)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(text);
        bool Has(string field) => text.Contains($"\"{field}\"", StringComparison.Ordinal);
        return text.AsSpan().TrimStart(" \t\r\n\uFEFF").StartsWith('{')
            && (Has(BpxKeys.Parameterisation) || Has("BPX") || Has("Header")
                || (fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !Has("layers")));
    }

    /// <summary>Writes a cell as BPX 1.1.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>JSON text; what BPX has no field for stands under User-defined, "Ionolith", and is read back.</returns>
    /// <exception cref="NotSupportedException">A property of the cell is a function that no file can state.</exception>
    public static string Write(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return BpxWriter.Write(cell);
    }

    /// <summary>The tree of a cell file that a BPX text makes; null, with problems, if it makes none.</summary>
    internal static BpxContent? Read(string fileName, string text, ReadContext context) =>
        JsonTree.Read(fileName, text.TrimStart('\uFEFF'), context.Problems) is { } root ? BpxReader.Read(root, context) : null;

    /// <summary>The cell with the sources that User-defined keeps.</summary>
    internal static CellDescription WithSources(CellDescription cell, IReadOnlyDictionary<string, SourcedText> sources) => sources.Count == 0 ? cell : cell with
    {
        Values = [.. cell.Values.Select(v => sources.TryGetValue(v.Path, out var kept) && v.Source is not Provenance.SetOnCommandLine
            ? v with
            {
                Source = kept.Source,
                Range = kept.Range,
                Role = kept.Role switch { "assumed" => ValueRole.Assumed, "calibrated" => ValueRole.Calibrated, _ => ValueRole.Input },
            }
            : v)],
    };

    /// <summary>Warns, as the standard asks, where the open-circuit voltage at the stoichiometry limits leaves the cut-off voltages.</summary>
    internal static IEnumerable<FileProblem> CheckWindow(CellDescription cell, string fileName)
    {
        var electrodes = cell.Layers.OfType<PorousElectrode>().ToList();
        if (electrodes is not [{ ActivePhases: [var negative] }, { ActivePhases: [var positive] }])
        {
            yield break;
        }

        double full = Potential(positive, upper: false) - Potential(negative, upper: true);
        double empty = Potential(positive, upper: true) - Potential(negative, upper: false);
        if (full > cell.UpperCutoffVoltage + Tolerance)
        {
            yield return Outside("full", full, "above the upper", cell.UpperCutoffVoltage);
        }

        if (empty < cell.LowerCutoffVoltage - Tolerance)
        {
            yield return Outside("empty", empty, "below the lower", cell.LowerCutoffVoltage);
        }

        FileProblem Outside(string state, double voltage, string where, double limit) => new(
            fileName, 0, 0, "", FormattableString.Invariant($"at its stoichiometry limits the {state} cell has an open-circuit voltage of {voltage:0.000} V, {where} cut-off of {limit:0.000} V"));
    }

    private static double Potential(ActivePhase phase, bool upper)
    {
        var (lowest, highest) = phase.Material.StoichiometryWindow;
        return phase.Material.OpenCircuitPotential.Evaluate(upper ? highest : lowest, phase.Material.ReferenceTemperature).Value;
    }
}

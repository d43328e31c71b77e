using System.Globalization;
using System.Text;

namespace Ionolith.Library.Fitting.AgainstData;

/// <summary>The laws against public data, as docs/laws-against-data.md has it.</summary>
public static class LawsAgainstData
{
    /// <summary>All comparisons, computed from the data beside the library.</summary>
    /// <returns>The rows.</returns>
    public static IReadOnlyList<DataComparison> Rows() => [.. TemperatureComparisons.Rows(), .. SaltComparisons.Rows(), .. CeramicComparisons.Rows()];

    /// <summary>The page.</summary>
    /// <returns>Markdown, the same on every machine.</returns>
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("""
            # Laws against data

            This page is written by `./ionolith fit --against-data --write docs/laws-against-data.md`; no number in it is typed by hand. A law is fitted to every
            series by itself. The error is the root mean square of log10(data/law) of a series, in decades (0.1 decades are a quarter); the median over the
            series, and the value that nine tenths of them do not exceed. Series of amorphous polymers that a VTF law meets within CURVE decades, the rounding of
            their digits, count as tabulated from a published curve.

            | law | data | series | points | parameters | median error | nine tenths below | what it says |
            |---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n").Replace("CURVE", TemperatureComparisons.FromCurve.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        foreach (var row in Rows())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Law} | {row.Data} | {row.Series} | {row.Points} | {row.Parameters} | {Error(row.Decades)} | {Error(row.WorstDecile)} | {row.Says} |\n");
        }

        text.Append("""

            ## What has no data here

            Mixing rules (maxwell, bruggeman, general-medium, percolation, shelled-filler, co-continuous, porous-host, oriented-channels, series-layers), space
            charge and surface hopping: no open collection with volume fractions or interface resistances and a clear licence is known. The composite tables of
            `ion_predictor` (K. Hatakeyama, MIT) leave the inorganic filler and its share empty, and their references do not match their rows. These laws are tested
            against limits and identities instead (tests/Ionolith.Materials.Tests).

            ## Data

            | file in src/Ionolith.Library/Data/measured | what | from | licence |
            |---|---|---|---|
            | polymer-conductivities.csv | conductivities of polymer electrolytes at seven temperatures or more | N. S. Schauser et al. 2021, github.com/nschauser/PolymerElectrolyte | MIT, in the file |
            | peo-litfsi-salt.csv | VTF parameters and conductivities of PEO-LiTFSI at 15 salt contents | the same, rows of doi:10.1021/ma00103a034 | MIT |
            | ceramic-bulk-and-total.csv | bulk and total conductivities at room temperature | OBELiX: Therrien et al., arXiv:2502.14234 (2025) | CC-BY-4.0 |

            Salt contents become concentrations with additive volumes, 44.05 g/mol of ethylene oxide at 1.13 g/cm3 and 287.1 g/mol of LiTFSI at 2.0 g/cm3 (both
            densities assumed; 1.1 to 1.2 and 1.9 to 2.2 g/cm3 change K by their relative size).

            """.ReplaceLineEndings("\n"));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Error(double decades) => decades < 0.001 ? decades.ToString("0.0000", CultureInfo.InvariantCulture) : decades.ToString("0.000", CultureInfo.InvariantCulture);
}

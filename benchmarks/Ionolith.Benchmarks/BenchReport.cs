using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Ionolith.Benchmarks;

/// <summary>Writes measured rows as the page benchmarks/README.md, beside the bars that were set.</summary>
public static class BenchReport
{
    private static readonly Dictionary<string, (string First, string Aim, string Best)> Bars = new(StringComparer.Ordinal)
    {
        ["dfn-1c"] = ("2.5 ms", "0.6 ms", "20 to 34 ms"),
        ["dfn-1c-uniform"] = ("2.5 ms", "0.6 ms", "20 to 34 ms"),
        ["p2d-301"] = ("0.8 ms", "0.25 ms", "2.6 ms, after 40 to 115 s of compilation"),
        ["sic-20"] = ("1.5 ms", "0.4 ms", "-"),
        ["spm-1c"] = ("0.15 ms", "0.04 ms", "0.41 ms"),
        [LongRuns.CyclesId] = ("5 s", "1.5 s", "-"),
        [VoxelCase.Id] = ("5 s", "-", "-"),
        [ColdStart.Id] = ("0.6 s", "0.25 s", "-"),
        [LawFits.Id] = ("100 ms", "10 ms", "-"),
        [CriticalCurrentMap.Id] = ("10 s", "-", "-"),
        [LongRuns.SweepId] = ("1.8 x one core", "2,500 a second", "-"),
    };

    /// <summary>The page.</summary>
    /// <param name="rows">Measured rows.</param>
    /// <returns>Markdown.</returns>
    public static string Markdown(IReadOnlyList<BenchRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        StringBuilder page = new();
        page.AppendLine("# Benchmarks").AppendLine()
            .AppendLine("This page is written by `./ionolith bench --write benchmarks/README.md`; no number in it is typed by hand. Times are medians of warm runs")
            .AppendLine("on one thread unless said otherwise, from the state at the start to the end of the discharge, with voltage, current, charge and energy")
            .AppendLine("kept at every step; they depend on the machine and on what else it does. The error is the largest difference of the voltage, up to 98 % of")
            .AppendLine("the discharge, from the converged solution (rtol 1e-8) on the same mesh. \"Best published\" are figures of other programs on other machines,")
            .AppendLine("for orientation only: PyBaMM with IDAKLU and diffsol (github.com/pybamm-team/PyBaMM issues 5448 and 5557), PETLION")
            .AppendLine("(github.com/MarcBerliner/PETLION.jl, examples).").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Machine: {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, 512-bit vectors: {(Avx512F.IsSupported ? "yes" : "no")}, {RuntimeInformation.FrameworkDescription}.").AppendLine()
            .AppendLine("| case | states | rtol / atol | steps | Newton iterations | median | error | first bar | aim | best published | note |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (BenchRow row in rows.Where(r => r.Case is not (WorkPrecision.Id or AcceleratedRuns.Id)))
        {
            (string first, string aim, string best) = Bars.GetValueOrDefault(row.Case, ("-", "-", "-"));
            page.AppendLine(CultureInfo.InvariantCulture,
                $"| `{row.Case}`: {Cell(row.What)} | {row.States} | {Tolerances(row)} | {row.Steps:N0} | {row.Newton:N0} | {Time(row.MedianMilliseconds)} | {Error(row.Error)} | {first} | {aim} | {best} | {row.Note} |");
        }

        if (rows.Any(r => string.Equals(r.Case, WorkPrecision.Id, StringComparison.Ordinal)))
        {
            page.AppendLine().AppendLine("## Work and precision").AppendLine()
                .AppendLine("The error here is that against a mesh of 160/40/160 volumes and 40 shells at rtol 1e-8: mesh and time steps together.").AppendLine()
                .AppendLine("| mesh | states | rtol | steps | Newton iterations | median | error | note |").AppendLine("|---|---|---|---|---|---|---|---|");
            foreach (BenchRow row in rows.Where(r => string.Equals(r.Case, WorkPrecision.Id, StringComparison.Ordinal)))
            {
                page.AppendLine(CultureInfo.InvariantCulture,
                    $"| {Cell(row.What)} | {row.States} | {row.RelativeTolerance:0e0} | {row.Steps} | {row.Newton} | {Time(row.MedianMilliseconds)} | {Error(row.Error)} | {row.Note} |");
            }
        }

        if (rows.Any(r => r.Case is AcceleratedRuns.Id))
        {
            page.AppendLine().AppendLine("## Long runs").AppendLine()
                .AppendLine("Cells that age, cycled between their cut-off voltages at constant current, every cycle simulated and with `--accelerate` (aim: 1 % of the first")
                .AppendLine("discharge at the end). The error is the difference of the last discharge, over the first one; \"estimated\" is what the accelerated run itself says.")
                .AppendLine("\"36 + 2 cycles simulated\": 36 are in the result, 2 were for jumps that were not taken. Only summaries are kept, without losses and profiles.")
                .AppendLine("Bars: 1,000 cycles of LFP | polymer | Li with interphase growth in 20 s (aim 4 s); 5,000 cycles anode-free, accelerated, in 10 s (aim 2 s); error 1 %;")
                .AppendLine("lithium kept to 1e-9. The interphases on `standard-lfp` and on `anode-free-carbon-paper` are assumed for this table.").AppendLine()
                .AppendLine("| cell and cycles | states | rtol | steps, all cycles | measured |").AppendLine("|---|---|---|---|---|");
            foreach (BenchRow row in rows.Where(r => r.Case is AcceleratedRuns.Id))
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"| {Cell(row.What)} | {row.States} | {row.RelativeTolerance:0e0} | {row.Steps:N0} | {row.Note} |");
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Tolerances(BenchRow row) => row.RelativeTolerance == 0 ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{row.RelativeTolerance:0e0} / {row.AbsoluteTolerance:0e0}");

    private static string Time(double milliseconds) => milliseconds >= 100
        ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.00} s")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.000} ms");

    private static string Error(double millivolts) =>
        double.IsNaN(millivolts) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{millivolts:0.0000} mV");
}

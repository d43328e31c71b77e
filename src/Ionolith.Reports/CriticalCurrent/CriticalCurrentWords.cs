using Ionolith.Cells.CriticalCurrent;
using Ionolith.Materials.Quantities;

namespace Ionolith.Reports.CriticalCurrent;

/// <summary>Critical currents in words.</summary>
public static class CriticalCurrentWords
{
    /// <summary>What ended a test, in two words.</summary>
    /// <param name="end">The end.</param>
    /// <returns>The words.</returns>
    public static string End(TestEnd end) => end switch
    {
        TestEnd.SoftShort => "soft short",
        TestEnd.HardShort => "hard short",
        TestEnd.VoltageLimit => "voltage limit",
        TestEnd.ContactLost => "contact lost",
        TestEnd.CellLimit => "limit of the cell",
        TestEnd.LithiumUsedUp => "lithium used up",
        TestEnd.LimitAtOnce => "limit at once",
        _ => "outlived",
    };

    /// <summary>A current density in mA/cm2.</summary>
    /// <param name="current">A/m2.</param>
    /// <returns>The number; "-" for NaN.</returns>
    public static string Current(double current) => Numbers.Text(current / 10, 4);

    /// <summary>The critical current with its sense: "> 10" where the cell outlived the staircase, "-" where nothing in it failed.</summary>
    /// <param name="result">The test.</param>
    /// <returns>The text.</returns>
    public static string Critical(CriticalCurrentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.End == TestEnd.Survived ? $"> {Current(result.Sustained)}" : Current(result.Current);
    }

    /// <summary>The life with its sense.</summary>
    /// <param name="result">The test.</param>
    /// <returns>The text, h.</returns>
    public static string Life(CriticalCurrentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return (result.End == TestEnd.Survived ? "> " : "") + Numbers.Text(result.Time / 3600, 4);
    }

    /// <summary>What it all comes to.</summary>
    /// <param name="study">The study.</param>
    /// <param name="results">Its tests.</param>
    /// <returns>A sentence.</returns>
    public static string Summary(CriticalCurrentStudy study, IReadOnlyList<CriticalCurrentResult> results)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(results);
        var measured = results.Where(r => IsMeasured(study, r)).ToList();
        string none = NotMeasured([.. results.Except(measured)]);
        if (measured.Count == 0)
        {
            return none;
        }

        var worst = measured.MinBy(r => Measure(study, r))!;
        var best = measured.MaxBy(r => Measure(study, r))!;
        string what = study.IsLife ? "life" : "critical current density";
        string at = study.IsLife ? $"half-cycles of {Numbers.Duration(study.Staircase.StepTime)}" : $"a step time of {Numbers.Duration(study.Staircase.StepTime)} and {Numbers.Text(study.Cell.Area * 1e4, 3)} cm2";
        string told = measured.Count == 1
            ? $"The {what} is {Measured(study, best)} at {Conditions(study, best)}, for {at}; it ends by {Ended(best)}."
            : string.Equals(Measured(study, worst), Measured(study, best), StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"The {what} is {Measured(study, best)} in all {measured.Count} tests, for {at}; at {Conditions(study, best)} it ends by {Ended(best)}.")
            : $"The {what} goes from {Measured(study, worst)} ({Conditions(study, worst)}; {Ended(worst)}) to {Measured(study, best)} ({Conditions(study, best)}; {Ended(best)}), for {at}.";
        return none.Length == 0 ? told : $"{told} {none}";
    }

    /// <summary>Whether a test has what the study asks for: a life always, a critical current only where the cell failed or outlived the staircase.</summary>
    internal static bool IsMeasured(CriticalCurrentStudy study, CriticalCurrentResult result) => study.IsLife || result.HasFailed || result.End == TestEnd.Survived;

    // The tests that came to an end without a failure.
    private static string NotMeasured(IReadOnlyList<CriticalCurrentResult> results)
    {
        if (results.Count == 0)
        {
            return "";
        }

        var first = results[0];
        string reason = first.End == TestEnd.LithiumUsedUp
            ? $"{first.Reason} after {Numbers.Text(first.Charge / Numbers.PerArealCapacity, 4)} mAh/cm2 in the half-cycle of {Current(first.LastCurrent)} mA/cm2; take thicker lithium or shorter steps"
            : $"{Current(first.LastCurrent)} mA/cm2 are more than the fresh cell carries within its voltages ({first.Reason})";
        string others = results.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and likewise in {results.Count - 1} more tests");
        return $"There is no critical current density at {Conditions(first)}{others}: {reason}. Sustained: {Current(first.Sustained)} mA/cm2.";
    }

    /// <summary>What was measured, with its sense and unit.</summary>
    /// <param name="study">The study.</param>
    /// <param name="result">A test of it.</param>
    /// <returns>"> 300 h", "1.2 mA/cm2".</returns>
    public static string Measured(CriticalCurrentStudy study, CriticalCurrentResult result)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.IsLife ? $"{Life(result)} h" : $"{Critical(result)} mA/cm2";
    }

    /// <summary>Conditions of a test; of a life its current first.</summary>
    /// <param name="study">The study.</param>
    /// <param name="result">A test of it.</param>
    /// <returns>"5 MPa, 25 degC, 500 um", of a life "0.5 mA/cm2, 5 MPa, 25 degC, 500 um".</returns>
    public static string Conditions(CriticalCurrentStudy study, CriticalCurrentResult result)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(result);
        return study.IsLife ? $"{Current(result.LastCurrent)} mA/cm2, {Conditions(result)}" : Conditions(result);
    }

    /// <summary>Pressure, temperature and thickness of a test.</summary>
    /// <param name="result">The test.</param>
    /// <returns>"5 MPa, 25 degC, 500 um".</returns>
    public static string Conditions(CriticalCurrentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return $"{Numbers.Text(result.Pressure / 1e6, 3)} MPa, {Numbers.Text(result.Temperature - 273.15, 3)} degC, {Numbers.Length(result.Thickness)}";
    }

    /// <summary>What the laws say in closed form, at all conditions that were tested.</summary>
    /// <param name="results">The tests.</param>
    /// <returns>Name, values with the conditions to which they belong, and the law; a value that is the same everywhere stands alone.</returns>
    public static IReadOnlyList<(string Name, string Values, string From)> Bounds(IReadOnlyList<CriticalCurrentResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var all = results.DistinctBy(Conditions, StringComparer.Ordinal)
            .SelectMany(r => InterfaceBounds.Of(r.Cell).Select(b => (b.Name, b.From, Value: QuantityFormat.ToText(b.Value, b.Kind, 4), At: Conditions(r))));
        return
        [
            .. all.GroupBy(b => (b.Name, b.From)).Select(g =>
            {
                var values = g.GroupBy(b => b.Value, StringComparer.Ordinal).ToList();
                string text = values.Count == 1 ? values[0].Key : string.Join("; ", values.Select(v => $"{v.Key} at {string.Join(" and ", v.Select(b => b.At))}"));
                return (g.Key.Name, text, g.Key.From);
            }),
        ];
    }

    private static string Ended(CriticalCurrentResult result) => result.End == TestEnd.Survived ? "the end of the test" : result.End switch
    {
        TestEnd.ContactLost => "lost contact",
        TestEnd.LithiumUsedUp => "lithium that is used up",
        _ => $"a {End(result.End)}",
    };

    /// <summary>What tests are ordered by: the life, s, or the critical current, A/m2, above all others where the cell outlived the staircase.</summary>
    internal static double Measure(CriticalCurrentStudy study, CriticalCurrentResult r) =>
        study.IsLife ? r.Time : r.End == TestEnd.Survived ? double.MaxValue : r.Current;
}

using Ionolith.Cells.CriticalCurrent;

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
        TestEnd.CellLimit => "limit of the cell",
        _ => "outlived",
    };

    /// <summary>A current density in mA/cm2.</summary>
    /// <param name="current">A/m2.</param>
    /// <returns>The number; "-" for NaN.</returns>
    public static string Current(double current) => Numbers.Text(current / 10, 4);

    /// <summary>The critical current with its sense: "> 10" where the cell outlived the staircase.</summary>
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
        var worst = results.MinBy(r => Measure(study, r))!;
        var best = results.MaxBy(r => Measure(study, r))!;
        string what = study.IsLife ? "life" : "critical current density";
        string at = study.IsLife ? $"half-cycles of {Numbers.Duration(study.Staircase.StepTime)}" : $"a step time of {Numbers.Duration(study.Staircase.StepTime)} and {Numbers.Text(study.Cell.Area * 1e4, 3)} cm2";
        return results.Count == 1
            ? $"The {what} is {Measured(study, best)} at {Conditions(study, best)}, for {at}; it ends by {Ended(best)}."
            : $"The {what} goes from {Measured(study, worst)} ({Conditions(study, worst)}; {Ended(worst)}) to {Measured(study, best)} ({Conditions(study, best)}; {Ended(best)}), for {at}.";
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

    private static string Ended(CriticalCurrentResult result) => result.End == TestEnd.Survived ? "the end of the test" : $"a {End(result.End)}";

    /// <summary>What tests are ordered by: the life, s, or the critical current, A/m2, above all others where the cell outlived the staircase.</summary>
    internal static double Measure(CriticalCurrentStudy study, CriticalCurrentResult r) =>
        study.IsLife ? r.Time : r.End == TestEnd.Survived ? double.MaxValue : r.Current;
}

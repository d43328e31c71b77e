namespace Ionolith.Benchmarks;

/// <summary>One measured case.</summary>
/// <param name="Case">Id.</param>
/// <param name="What">What was run.</param>
/// <param name="States">Unknowns of one cell.</param>
/// <param name="RelativeTolerance">Relative tolerance.</param>
/// <param name="AbsoluteTolerance">Absolute tolerance.</param>
/// <param name="Steps">Time steps of one run.</param>
/// <param name="Newton">Newton iterations of one run.</param>
/// <param name="MedianMilliseconds">Median time of one run, ms.</param>
/// <param name="Error">Largest error of the voltage against the converged solution on the same mesh, mV; NaN where none is defined.</param>
/// <param name="Note">What else was measured.</param>
public sealed record BenchRow(
    string Case,
    string What,
    int States,
    double RelativeTolerance,
    double AbsoluteTolerance,
    long Steps,
    long Newton,
    double MedianMilliseconds,
    double Error,
    string Note);

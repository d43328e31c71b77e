using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.CriticalCurrent;

/// <summary>Tests of a symmetric cell over pressures, temperatures and thicknesses: the window in which it can be used.</summary>
public sealed record CriticalCurrentStudy
{
    /// <summary>Longest test of a life where nothing else is said, s.</summary>
    public const double UsualLongestLife = 3000 * 3600.0;

    /// <summary>The symmetric cell.</summary>
    public required CellDescription Cell { get; init; }

    /// <summary>The staircase at each condition; where lives are measured, its step time is that of the half-cycles and nothing else of it is used.</summary>
    public CurrentStaircase Staircase { get; init; } = new();

    /// <summary>Current densities whose life is measured, A/m2; empty: the staircase is run.</summary>
    public IReadOnlyList<double> Currents { get; init; } = [];

    /// <summary>Longest test of a life, s; positive, up to <see cref="CriticalCurrentTest.LongestLife"/>.</summary>
    public double LongestLife { get; init; } = UsualLongestLife;

    /// <summary>Pressures, Pa; empty: that of the cell.</summary>
    public IReadOnlyList<double> Pressures { get; init; } = [];

    /// <summary>Temperatures, K; empty: that of the cell.</summary>
    public IReadOnlyList<double> Temperatures { get; init; } = [];

    /// <summary>Thicknesses of the electrolyte, m; empty: that of the cell.</summary>
    public IReadOnlyList<double> Thicknesses { get; init; } = [];

    /// <summary>Whether lives are measured and no critical current.</summary>
    public bool IsLife => Currents.Count > 0;

    /// <summary>Current density to which a test belongs, A/m2: that of a life; of a staircase the critical one.</summary>
    /// <param name="result">A test of this study.</param>
    /// <returns>The current density; NaN where a staircase found none.</returns>
    public double CurrentOf(CriticalCurrentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return IsLife ? result.LastCurrent : result.Current;
    }

    /// <summary>What stands against the study.</summary>
    /// <returns>Sentences for a user; empty: nothing.</returns>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [.. SymmetricCell.Problems(Cell), .. IsLife ? LifeProblems() : Staircase.Problems()];
        if (problems.Count == 0)
        {
            problems.AddRange((IsLife ? Currents : [Staircase.Start]).Select(i => SymmetricCell.ThinFoil(Cell, i, Staircase.StepTime)).OfType<string>());
        }

        if (Pressures.Count > 0 && problems.Count == 0 && !Cell.Layers.OfType<LithiumMetal>().Any(l => l.Ageing.Any(m => m.FollowsPressure)))
        {
            problems.Add($"no law of '{Cell.Id}' knows the pressure, so that all pressures would give the same: give its lithium-metal layers contact-creep or contact-replenishment under ageing:");
        }

        if (TestPressures.Any(p => p <= 0) && Cell.Layers.OfType<LithiumMetal>().SelectMany(l => l.Ageing).FirstOrDefault(m => m.NeedsPressure) is { } law)
        {
            problems.Add(Pressures.Count == 0
                ? $"{law.Card.Law} of '{Cell.Id}' works by the stack pressure, and there is none: give --pressure, or the cell stack-pressure: \"5 MPa\""
                : $"{law.Card.Law} of '{Cell.Id}' works by the stack pressure, and one of the pressures is zero: give pressures above zero");
        }

        problems.AddRange(Thicknesses.Where(t => t > 0).SelectMany(ShortFlaws));
        problems.AddRange(Temperatures.Select(t => TemperatureCheck.Problem(Cell, t)).OfType<string>());
        problems.AddRange(Pressures.SelectMany(p => PressureCheck.SoftLayers(Cell, p)).Distinct(StringComparer.Ordinal));
        return problems;
    }

    /// <summary>Carries out all tests.</summary>
    /// <param name="threads">Most threads; at least 1.</param>
    /// <param name="progress">Told after each test, on any thread: tests done and in all; null: nobody.</param>
    /// <param name="cancellation">Stops them.</param>
    /// <returns>The tests: pressures within temperatures within thicknesses within currents, as they were given.</returns>
    /// <exception cref="InvalidOperationException">Something stands against the study, or the solver failed.</exception>
    /// <exception cref="OperationCanceledException">The user stopped them.</exception>
    public IReadOnlyList<CriticalCurrentResult> Run(int threads, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        if (Problems() is [var problem, ..])
        {
            throw new InvalidOperationException(problem);
        }

        List<(CellDescription Cell, double Current)> tests = [];
        foreach (double current in IsLife ? Currents : [double.NaN])
        {
            foreach (double thickness in Thicknesses.Count > 0 ? Thicknesses : [SymmetricCell.Thickness(Cell)])
            {
                CellDescription layered = SymmetricCell.WithThickness(Cell, thickness);
                foreach (double temperature in Temperatures.Count > 0 ? Temperatures : [Cell.Temperature])
                {
                    tests.AddRange(TestPressures.Select(p => (layered with { Temperature = temperature, StackPressure = p }, current)));
                }
            }
        }

        PropertyCache cache = new();
        CriticalCurrentResult[] results = new CriticalCurrentResult[tests.Count];
        int done = 0;
        try
        {
            Parallel.For(0, tests.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
            {
                results[i] = IsLife
                    ? CriticalCurrentTest.Life(tests[i].Cell, tests[i].Current, Staircase.StepTime, LongestLife, cache, cancellation)
                    : CriticalCurrentTest.Staircase(tests[i].Cell, Staircase, cache, cancellation);
                progress?.Report((Interlocked.Increment(ref done), tests.Count));
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0)
        {
            // The first failure says it; a cancellation is thrown as such.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return results;
    }

    private IReadOnlyList<double> TestPressures => Pressures.Count > 0 ? Pressures : [Cell.StackPressure];

    private IEnumerable<string> ShortFlaws(double thickness) => Cell.Layers.OfType<LithiumMetal>()
        .SelectMany(l => l.Ageing.OfType<FilamentLaw>().Where(f => f.FlawLength >= thickness).Select(f => string.Create(
            CultureInfo.InvariantCulture,
            $"the flaw of {f.Card.Law} at '{l.Name}', {f.FlawLength * 1e6:G6} um, is as long as an electrolyte of {thickness * 1e6:G6} um: the fresh cell would be shorted; take thicknesses above it")));

    private List<string> LifeProblems()
    {
        List<string> problems = [];
        CurrentStaircase.Positive(problems, Staircase.StepTime, "the step time", "s");
        foreach (double current in Currents)
        {
            CurrentStaircase.Positive(problems, current / 10, "a current", "mA/cm2");
        }

        if (!(LongestLife is > 0 and <= CriticalCurrentTest.LongestLife))
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"the longest test must be positive and at most {CriticalCurrentTest.LongestLife / 3600:0} h but is {LongestLife / 3600:R} h"));
        }

        return problems;
    }
}

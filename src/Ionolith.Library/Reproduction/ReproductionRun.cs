using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;

namespace Ionolith.Library.Reproduction;

/// <summary>Where a reproduction is, for a progress display.</summary>
/// <param name="Done">Pieces of work done.</param>
/// <param name="Total">Pieces of work in all, as far as they are known.</param>
/// <param name="Claim">Id of the claim that was last worked on.</param>
public readonly record struct ReproductionProgress(int Done, int Total, string Claim);

/// <summary>Computes the claims of the review and what they hang on.</summary>
/// <remarks>
/// Claims are independent of each other: one that fails does not stop the others, and neither their order nor the number of threads
/// changes a result.
/// </remarks>
public static class ReproductionRun
{
    /// <summary>Effects are ordered to a tenth of a per cent, so that round-off does not decide the order.</summary>
    private const int EffectDigits = 3;

    /// <summary>Computes claims.</summary>
    /// <param name="rows">The claims.</param>
    /// <param name="options">Threads, and whether sensitivities are computed.</param>
    /// <param name="progress">Told after each piece of work, on any thread; null: nobody.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <returns>A result for each claim, in the order given.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static IReadOnlyList<ClaimResult> Compute(
        IReadOnlyList<ClaimRow> rows, ReproductionOptions options, IProgress<ReproductionProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        var laboratory = new Laboratory(cancellation);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        var results = new ClaimResult[rows.Count];
        int done = 0, total = rows.Count;
        Parallel.For(0, rows.Count, parallel, i =>
        {
            results[i] = Compute(rows[i], laboratory);
            progress?.Report(new ReproductionProgress(Interlocked.Increment(ref done), total, rows[i].Id));
        });
        if (options.Sensitivities)
        {
            Vary(results, laboratory, parallel, ref done, progress);
            Draw(results, laboratory, parallel, ref done, progress);
        }

        return results;
    }

    /// <summary>Computes one claim.</summary>
    /// <param name="row">The claim.</param>
    /// <param name="laboratory">Where it is measured.</param>
    /// <returns>Its result; a failure is a state in it, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static ClaimResult Compute(ClaimRow row, Laboratory laboratory)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(laboratory);
        if (row.Claim.Compute is not { } measurement)
        {
            return new ClaimResult(row, new ClaimState(ClaimStatus.Waiting, row.Claim.WaitsFor));
        }

        try
        {
            var measured = measurement.Measure(laboratory);
            return new ClaimResult(row, new ClaimState(ClaimStatus.Computed, Reason(measured)))
            {
                Computed = measured.Value,
                IsLowerBound = measured.IsLowerBound,
                Deviation = row.Claim.Figure is { } figure && !measured.IsLowerBound ? Deviation.Of(measured.Value, figure) : double.NaN,
                Holds = measured.Holds,
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ClaimResult(row, new ClaimState(ClaimStatus.Failed, e.Message));
        }
    }

    private static string Reason(Measured measured) => measured.Holds switch
    {
        true => $"holds: {measured.Detail}",
        false => $"does not hold: {measured.Detail}",
        null => measured.Detail,
    };

    /// <summary>All variations of all claims as one list of work, so that no core waits for the claim with the most.</summary>
    private static void Vary(
        ClaimResult[] results, Laboratory laboratory, ParallelOptions parallel, ref int done, IProgress<ReproductionProgress>? progress)
    {
        var work = results.SelectMany((r, i) => IsVaried(r) ? Tornado.Assumed(r.Row.Claim.Compute!, laboratory).Select(u => (Claim: i, Used: u)) : []).ToList();
        var sensitivities = new Sensitivity[work.Count];
        int finished = done, total = done + work.Count;
        Parallel.For(0, work.Count, parallel, k =>
        {
            var result = results[work[k].Claim];
            sensitivities[k] = Tornado.Vary(result.Row.Claim.Compute!, work[k].Used, result.Computed, laboratory);
            progress?.Report(new ReproductionProgress(Interlocked.Increment(ref finished), total, result.Row.Id));
        });
        done = finished;
        foreach (var group in work.Zip(sensitivities).GroupBy(p => p.First.Claim))
        {
            results[group.Key] = results[group.Key] with { Sensitivities = [.. group.Select(p => p.Second).OrderByDescending(s => Math.Round(s.Effect, EffectDigits)).ThenBy(s => s.Path, StringComparer.Ordinal)] };
        }
    }

    /// <summary>All draws of all claims that ask for them.</summary>
    private static void Draw(
        ClaimResult[] results, Laboratory laboratory, ParallelOptions parallel, ref int done, IProgress<ReproductionProgress>? progress)
    {
        int finished = done, total = done + results.Where(r => IsVaried(r)).Sum(r => r.Row.Claim.Draws);
        for (int i = 0; i < results.Length; i++)
        {
            var (row, claim) = (results[i].Row, results[i].Row.Claim);
            if (claim.Draws == 0 || !IsVaried(results[i]))
            {
                continue;
            }

            var draws = new BandDraws(claim, laboratory);
            double[] figures = new double[claim.Draws];
            Parallel.For(0, figures.Length, parallel, k =>
            {
                figures[k] = draws.Measure(claim.Compute!, k);
                progress?.Report(new ReproductionProgress(Interlocked.Increment(ref finished), total, row.Id));
            });
            results[i] = results[i] with { Band = draws.Band(figures) };
        }

        done = finished;
    }

    private static bool IsVaried(ClaimResult result) =>
        result.State.Status == ClaimStatus.Computed && result.Row.Claim.Role is (ClaimRole.Predicted or ClaimRole.Calibrated);
}

/// <summary>What is computed, and on how many threads.</summary>
public sealed record ReproductionOptions
{
    /// <summary>Most threads; at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether every assumed value is set to both ends of its range.</summary>
    public bool Sensitivities { get; init; } = true;
}

using System.Globalization;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Library.Comparison;

/// <summary>Runs the candidates of a comparison under all its conditions, on several threads.</summary>
public sealed class ComparisonStudy
{
    /// <summary>Share of the capacity at the lowest rate that a candidate must keep at its rate limit, 1.</summary>
    public const double KeptShare = 0.8;

    private const double FastestRate = 100;
    private const double RateResolution = 1.02;

    private readonly IReadOnlyList<Candidate> _candidates;
    private readonly CellDescription _common;
    private readonly ComparisonConditions _conditions;
    private readonly ComparisonResult _empty;

    /// <summary>Makes a study.</summary>
    /// <param name="common">The common cell, whose nominal capacity defines the rates.</param>
    /// <param name="candidates">What is compared in it.</param>
    /// <param name="conditions">Rates, thicknesses and temperatures.</param>
    /// <exception cref="ArgumentException">There is no rate, one is not positive, or the common cell has no porous positive electrode.</exception>
    public ComparisonStudy(CellDescription common, IReadOnlyList<Candidate> candidates, ComparisonConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(common);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(conditions);
        if (conditions.Rates.Count == 0 || conditions.Rates.Any(r => !(r > 0) || !double.IsFinite(r)))
        {
            throw new ArgumentException($"The C-rates must be positive, at least one, but are [{string.Join(", ", conditions.Rates)}].", nameof(conditions));
        }

        if (common.Layers.LastOrDefault(l => l is PorousElectrode or LithiumMetal) is not PorousElectrode)
        {
            throw new ArgumentException($"{common.Id}: has no positive electrode with active material, so that it delivers nothing to compare", nameof(common));
        }

        (_common, _candidates) = (common, candidates);
        _conditions = conditions with
        {
            Rates = [.. conditions.Rates.Distinct().Order()],
            Thicknesses = conditions.Thicknesses.Count > 0 ? [.. conditions.Thicknesses.Distinct().Order()] : [common.SeparatorThickness()],
            Temperatures = conditions.Temperatures.Count > 0 ? [.. conditions.Temperatures.Distinct().Order()] : [common.Temperature],
        };
        _empty = new ComparisonResult { Common = common, Candidates = candidates, Conditions = _conditions, Points = [], Limits = [] };
    }

    /// <summary>Runs everything.</summary>
    /// <param name="threads">Most threads.</param>
    /// <param name="progress">Told how far it is; null: nobody.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>All discharges, winners and rate limits.</returns>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public ComparisonResult Run(int threads, IProgress<ComparisonProgress>? progress, CancellationToken cancellation)
    {
        (Candidate Candidate, double Rate, double Thickness, double Temperature)[] jobs =
        [
            .. from temperature in _conditions.Temperatures
               from thickness in _conditions.Thicknesses
               from rate in _conditions.Rates
               from candidate in _candidates
               select (candidate, rate, thickness, temperature),
        ];
        var points = new ComparisonPoint[jobs.Length];
        var limits = new RateLimit[_candidates.Count];
        int done = 0, total = jobs.Length + limits.Length;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        Parallel.For(0, total, options, i =>
        {
            if (i < limits.Length)
            {
                limits[i] = LimitOf(_candidates[i], cancellation);
            }
            else
            {
                var (candidate, rate, thickness, temperature) = jobs[i - limits.Length];
                points[i - limits.Length] = Discharge(candidate, rate, thickness, temperature, cancellation);
            }

            progress?.Report(new ComparisonProgress(Interlocked.Increment(ref done), total));
        });
        return _empty with
        {
            Points = points,
            Limits = [.. limits.OrderByDescending(l => l.Rate).ThenByDescending(l => l.At.Energy)],
        };
    }

    /// <summary>The largest rate that keeps the share, between the lowest rate of the study and a hundred times C, by bisection of its logarithm.</summary>
    private RateLimit LimitOf(Candidate candidate, CancellationToken cancellation)
    {
        ComparisonPoint At(double rate) => Discharge(candidate, rate, _empty.RankedThickness, _empty.RankedTemperature, cancellation);
        var slow = At(_conditions.Rates[0]);
        double wanted = KeptShare * slow.Capacity;
        var fast = At(FastestRate);
        if (!(wanted > 0))
        {
            return new RateLimit(candidate, 0, IsBound: false, slow);
        }

        if (fast.Capacity >= wanted)
        {
            return new RateLimit(candidate, FastestRate, IsBound: true, fast);
        }

        var (low, high, best) = (_conditions.Rates[0], FastestRate, slow);
        while (high / low > RateResolution)
        {
            var middle = At(Math.Sqrt(low * high));
            if (middle.Capacity >= wanted)
            {
                (low, best) = (middle.Rate, middle);
            }
            else
            {
                high = middle.Rate;
            }
        }

        return new RateLimit(candidate, low, IsBound: false, best);
    }

    private ComparisonPoint Discharge(Candidate candidate, double rate, double thickness, double temperature, CancellationToken cancellation)
    {
        var cell = candidate.Cell.WithSeparatorThickness(thickness) with { Temperature = temperature };
        string step = string.Create(CultureInfo.InvariantCulture, $"Discharge at {rate:R}C until {cell.LowerCutoffVoltage:R} V");
        var protocol = ProtocolParser.Parse([step], new ProtocolFiles("")).Protocol!;
        var result = new CellSimulation(cell, protocol, new SimulationOptions { Profiles = 0 }).Run(null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var losses = LossSummary.Of(result);
        double charge = result.Steps.Sum(s => s.Capacity) / cell.Area, energy = result.Steps.Sum(s => s.Energy) / cell.Area;
        double lost = losses.Sum(l => l.Energy) / cell.Area;
        return new ComparisonPoint
        {
            Candidate = candidate.Id,
            Rate = rate,
            Thickness = thickness,
            Temperature = temperature,
            Status = result.Status,
            Reason = result.Reason,
            Capacity = charge,
            Energy = energy,
            Share = charge * cell.Area / _common.NominalCapacity,
            MainLoss = charge > 0 && losses.Count > 0 ? LossWords.Plain(losses.MaxBy(l => l.Energy)!.Name) : "",
            LostShare = energy >= 0 ? lost / (energy + lost) : double.NaN,
        };
    }
}

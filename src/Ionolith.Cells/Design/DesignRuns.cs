using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>What one discharge of a full cell delivered.</summary>
/// <param name="Rate">Rate, 1/h of the nominal capacity.</param>
/// <param name="Capacity">Charge, C/m2 of geometric area.</param>
/// <param name="Energy">Energy, J/m2.</param>
/// <param name="Duration">Time, s.</param>
/// <param name="EndedBy">What ended it.</param>
public sealed record AreaDischarge(double Rate, double Capacity, double Energy, double Duration, string EndedBy)
{
    /// <summary>Mean power, W/m2; zero where nothing was delivered.</summary>
    public double MeanPower => Duration > 0 ? Energy / Duration : 0;

    /// <summary>Mean voltage, V; NaN where nothing was delivered.</summary>
    public double MeanVoltage => Capacity > 0 ? Energy / Capacity : double.NaN;
}

/// <summary>The simulations behind the figures of a stack: discharges of the full cell and pulses of constant power.</summary>
/// <remarks>Thread-safe; the runs share compiled properties.</remarks>
public sealed class DesignRuns
{
    private const double PowerTolerance = 1e-3;
    private readonly CellDescription _full;
    private readonly PropertyCache _cache;

    /// <summary>Accuracy of the runs.</summary>
    /// <remarks>
    /// The error control of a run watches voltage and stores, not the energy, whose error is some tenths of a per cent at the usual tolerance and
    /// a few parts in a hundred thousand at this one.
    /// </remarks>
    public static SimulationOptions Accuracy { get; } = new() { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8, Losses = false, Profiles = 0 };

    /// <summary>Prepares the runs of a cell.</summary>
    /// <param name="cell">The cell, valid, in any state of charge.</param>
    /// <param name="cache">Compiled properties shared with other cells; null: none.</param>
    public DesignRuns(CellDescription cell, PropertyCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        _cache = cache ?? new PropertyCache();
        ChargeMoved = LithiumExchange.ToFull(cell);
        _full = LithiumExchange.Move(cell, ChargeMoved);
    }

    /// <summary>The cell when it is full and at rest.</summary>
    public CellDescription Full => _full;

    /// <summary>Charge that brought it from its described state there, C/m2 of geometric area.</summary>
    public double ChargeMoved { get; }

    /// <summary>Discharges the full cell to its lower cut-off voltage.</summary>
    /// <param name="rate">Rate, 1/h of the nominal capacity; positive.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What was delivered until the cut-off, or until the cell could not go on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive.</exception>
    public AreaDischarge Discharge(double rate, CancellationToken cancellation = default)
    {
        if (!(rate > 0) || !double.IsFinite(rate))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate of a discharge, in 1/h, must be positive.");
        }

        StepResult? step = Run(_full, new Control(ControlKind.CRate, rate), double.PositiveInfinity, cancellation);
        return step is null
            ? new(rate, 0, 0, 0, "")
            : new(rate, step.Capacity / _full.Area, step.Energy / _full.Area, step.Time.End - step.Time.Start, step.EndedBy);
    }

    /// <summary>Discharges at several rates, in parallel.</summary>
    /// <param name="rates">Rates, 1/h.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops the runs.</param>
    /// <returns>One discharge for each rate, in the order of the rates.</returns>
    public IReadOnlyList<AreaDischarge> Discharges(IReadOnlyList<double> rates, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rates);
        AreaDischarge[] results = new AreaDischarge[rates.Count];
        Parallel.For(0, rates.Count, Threads(threads, cancellation), i => results[i] = Discharge(rates[i], cancellation));
        return results;
    }

    /// <summary>Highest constant power that the cell holds for a time before it falls to its lower cut-off voltage.</summary>
    /// <param name="discharged">Charge taken out of the full cell before, C/m2; the cell has rested since.</param>
    /// <param name="duration">Time, s.</param>
    /// <param name="cancellation">Stops the runs.</param>
    /// <returns>Power, W/m2 of geometric area, to a part in a thousand; zero where it holds none.</returns>
    public double PulsePower(double discharged, double duration, CancellationToken cancellation = default)
    {
        CellDescription cell = LithiumExchange.Move(_full, -discharged);
        double low = 0, high = _full.NominalCapacity / 3600 / _full.Area * _full.UpperCutoffVoltage;
        for (int i = 0; i < 40 && Holds(high); i++)
        {
            (low, high) = (high, 2 * high);
        }

        // Where even the first guess is too much, the answer may be decades below it.
        while (high - low > PowerTolerance * high && high > 1e-9)
        {
            double middle = low > 0 ? 0.5 * (low + high) : high / 4;
            (low, high) = Holds(middle) ? (middle, high) : (low, middle);
        }

        return low;

        bool Holds(double power)
        {
            StepResult? step = Run(cell, new Control(ControlKind.Power, power * cell.Area), duration, cancellation);
            return step is not null && step.Time.End - step.Time.Start >= duration * (1 - 1e-9) && step.Voltage.End >= cell.LowerCutoffVoltage;
        }
    }

    internal static ParallelOptions Threads(int threads, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };

    private StepResult? Run(CellDescription cell, Control control, double duration, CancellationToken cancellation)
    {
        ProtocolStep step = new()
        {
            Text = "Discharge",
            Control = control,
            Direction = StepDirection.Discharge,
            Duration = duration,
            Limits = [new Limit(LimitKind.Voltage, LimitSense.Below, cell.LowerCutoffVoltage, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cell.LowerCutoffVoltage} V"))],
        };
        SimulationResult result = new CellSimulation(cell, new Protocol([new Cycle([step])], []), Accuracy with { Rows = OutputRows.Summary }, _cache).Run(null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return result.Steps.Count > 0 ? result.Steps[0] : null;
    }
}

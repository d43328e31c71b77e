using Ionolith.Cells.Simulation;

namespace Ionolith.Library.Comparison;

/// <summary>One discharge of a comparison.</summary>
public sealed record ComparisonPoint
{
    /// <summary>Id of the candidate.</summary>
    public required string Candidate { get; init; }

    /// <summary>C-rate, 1/h.</summary>
    public required double Rate { get; init; }

    /// <summary>Thickness between the electrodes, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>Temperature, K.</summary>
    public required double Temperature { get; init; }

    /// <summary>How the run ended; a cell limit is a result like any other.</summary>
    public required SimulationStatus Status { get; init; }

    /// <summary>One sentence on how it ended.</summary>
    public required string Reason { get; init; }

    /// <summary>Charge delivered, C/m2.</summary>
    public required double Capacity { get; init; }

    /// <summary>Energy delivered, J/m2.</summary>
    public required double Energy { get; init; }

    /// <summary>Charge delivered over the nominal capacity of the common cell, 1.</summary>
    public required double Share { get; init; }

    /// <summary>The loss that costs most energy, in plain words; empty where no charge was delivered.</summary>
    public required string MainLoss { get; init; }

    /// <summary>Energy lost over the energy delivered and lost, 1; NaN where more than nothing had to be put in.</summary>
    public required double LostShare { get; init; }

    /// <summary>Energy over charge, V; NaN where none was delivered.</summary>
    public double MeanVoltage => Capacity > 0 ? Energy / Capacity : double.NaN;
}

/// <summary>Which candidate delivers most energy under one set of conditions.</summary>
/// <param name="Rate">C-rate, 1/h.</param>
/// <param name="Thickness">Thickness between the electrodes, m.</param>
/// <param name="Temperature">Temperature, K.</param>
/// <param name="Best">The discharges within the tie of the best one, best first.</param>
/// <param name="Margin">Energy of the best over that of the best one outside the tie, minus 1; NaN where there is none.</param>
/// <param name="First">The best discharge outside the tie; null where there is none.</param>
public sealed record ComparisonWinner(
    double Rate, double Thickness, double Temperature, IReadOnlyList<ComparisonPoint> Best, double Margin, ComparisonPoint? First);

/// <summary>How fast a candidate can be discharged in the common cell, at thickness and temperature of the ranking.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Rate">Largest C-rate at which it delivers the wanted share of what it delivers at the lowest rate of the comparison, 1/h; zero: not even there.</param>
/// <param name="IsBound">Whether the rate is only a lower bound, because the search ended there.</param>
/// <param name="At">The discharge at that rate.</param>
public sealed record RateLimit(Candidate Candidate, double Rate, bool IsBound, ComparisonPoint At);

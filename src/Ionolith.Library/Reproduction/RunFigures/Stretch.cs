using Ionolith.Cells.Simulation;
using Ionolith.Library.Reproduction.Measurements;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Consecutive steps that all discharge or all charge: a hold after a charge belongs to it, a rest ends it.</summary>
/// <param name="IsDischarge">Whether it discharges.</param>
/// <param name="Capacity">Charge passed, C (A s); positive.</param>
/// <param name="Energy">Energy passed, J; positive where the voltage is.</param>
/// <param name="StartVoltage">Voltage at its start, under load, V.</param>
internal sealed record Stretch(bool IsDischarge, double Capacity, double Energy, double StartVoltage)
{
    /// <summary>The stretches of a run in order.</summary>
    public static IReadOnlyList<Stretch> Of(SimulationResult result)
    {
        var stretches = new List<Stretch>();
        bool open = false;
        foreach (var step in result.Steps)
        {
            bool isDischarge = step.Capacity > 0;
            double sign = isDischarge ? 1 : -1;
            if (step.Capacity == 0)
            {
                open = false;
            }
            else if (open && stretches[^1].IsDischarge == isDischarge)
            {
                var last = stretches[^1];
                stretches[^1] = last with { Capacity = last.Capacity + (sign * step.Capacity), Energy = last.Energy + (sign * step.Energy) };
            }
            else
            {
                stretches.Add(new Stretch(isDischarge, sign * step.Capacity, sign * step.Energy, step.Voltage.Start));
                open = true;
            }
        }

        return stretches;
    }

    /// <summary>The last stretch that discharges or charges.</summary>
    /// <exception cref="MeasurementException">The run has none.</exception>
    public static Stretch Last(SimulationResult result, bool discharge) =>
        Of(result).LastOrDefault(s => s.IsDischarge == discharge)
        ?? throw new MeasurementException($"the run of {result.Cell.Id} has no {(discharge ? "discharge" : "charge")}: {result.Reason}");
}

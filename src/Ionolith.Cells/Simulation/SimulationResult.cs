using Ionolith.Cells.Ageing;
using Ionolith.Cells.Light;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Simulation;

/// <summary>How a run ended.</summary>
public enum SimulationStatus
{
    /// <summary>The protocol was carried out, or ended by its own termination.</summary>
    Completed,

    /// <summary>The cell could not go on: salt depleted, host full or empty, lithium used up, short. What was computed is there.</summary>
    CellLimit,

    /// <summary>The solver could not go on; the reason names the physics. What was computed is there.</summary>
    Failed,

    /// <summary>The user stopped it. What was computed is there.</summary>
    Cancelled,
}

/// <summary>Everything that a run gives.</summary>
public sealed record SimulationResult
{
    /// <summary>The cell.</summary>
    public required CellDescription Cell { get; init; }

    /// <summary>The protocol.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>The options.</summary>
    public required SimulationOptions Options { get; init; }

    /// <summary>How the run ended.</summary>
    public required SimulationStatus Status { get; init; }

    /// <summary>One sentence on how the run ended.</summary>
    public required string Reason { get; init; }

    /// <summary>Steps carried out, in order; of a run that keeps only summaries, those of its first and last cycle.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>One entry for each cycle carried out, in order; of more than 4096 cycles the first ten, the last ten and between them every second, fourth, eighth ...</summary>
    public required IReadOnlyList<CycleResult> Cycles { get; init; }

    /// <summary>Number of cycles carried out.</summary>
    public int CycleCount => Cycles.Count == 0 ? 0 : Cycles[^1].Number;

    /// <summary>Charge passed in either direction in all cycles, C (A s).</summary>
    public double ChargePassed { get; init; }

    /// <summary>Charge that has passed between the electrodes beside the terminals, by a leak or light, C (A s); positive where it discharges the cell.</summary>
    public double Leaked { get; init; }

    /// <summary>Every cycle, read one by one from where the run's journal has put them; null without a journal.</summary>
    public IEnumerable<CycleRow>? EveryCycle { get; init; }

    /// <summary>The last whole cycle as a run of its own with all rows and losses; null where those of the whole run are kept, or no cycle both charges and discharges.</summary>
    public SimulationResult? LastCycle { get; init; }

    /// <summary>Rows against time.</summary>
    public required TimeSeries Series { get; init; }

    /// <summary>Split of the overpotential at the rows of <see cref="Series"/>; null where it was not asked for.</summary>
    public LossSeries? Losses { get; init; }

    /// <summary>Fields over x and r at chosen times; null where they were not asked for.</summary>
    public FieldSeries? Fields { get; init; }

    /// <summary>Slow states, fresh and at the ends of the cycles of <see cref="Cycles"/>; null where nothing ages.</summary>
    public AgeingSeries? Ageing { get; init; }

    /// <summary>What light did; null where nothing takes up light.</summary>
    public LightResult? Light { get; init; }

    /// <summary>Which cycles were extrapolated, and how large the error of that is; null where none was asked for.</summary>
    public AccelerationReport? Acceleration { get; init; }

    /// <summary>Why the capacity has fallen; null where nothing ages or no cycle could be compared.</summary>
    public CapacityAttribution? Attribution { get; init; }

    /// <summary>Heat released against heat shed, and what the cell would reach; null where it has no heat balance.</summary>
    public ThermalSummary? Thermal { get; init; }

    /// <summary>Lithium, salt and charge at start and end.</summary>
    public required IReadOnlyList<Balance> Balances { get; init; }

    /// <summary>Where the lithium of the first balance was and is: electrodes, what ageing has taken, lost host; empty where nothing ages.</summary>
    public IReadOnlyList<LithiumPool> LithiumPools { get; init; } = [];

    /// <summary>Lithium in each host at start and end; empty where no electrode is porous.</summary>
    public IReadOnlyList<HostLithium> Hosts { get; init; } = [];

    /// <summary>What limits the cell, in one plain sentence.</summary>
    public required string Diagnosis { get; init; }

    /// <summary>Work done by the integrator.</summary>
    public required SolverStatistics Statistics { get; init; }

    /// <summary>Charge delivered minus charge taken, C (A s), at the end.</summary>
    public double NetDischarge => Series.Count == 0 ? 0 : Series.Capacity[^1];
}

/// <summary>One step that was carried out.</summary>
public sealed record StepResult
{
    /// <summary>Number of the step from 1 through the whole run.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the cycle from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>The step as written.</summary>
    public required string Text { get; init; }

    /// <summary>Start and end, s since the start of the run.</summary>
    public required (double Start, double End) Time { get; init; }

    /// <summary>Terminal voltage at start and end, V.</summary>
    public required (double Start, double End) Voltage { get; init; }

    /// <summary>Current at start and end, A; positive on discharge.</summary>
    public required (double Start, double End) Current { get; init; }

    /// <summary>Charge passed, C (A s); positive on discharge.</summary>
    public required double Capacity { get; init; }

    /// <summary>Energy passed, J; positive on discharge.</summary>
    public required double Energy { get; init; }

    /// <summary>Highest temperature in the step, K.</summary>
    public required double PeakTemperature { get; init; }

    /// <summary>Pressure on the stack during the step, Pa.</summary>
    public double Pressure { get; init; }

    /// <summary>Why the step ended, in a few words ("voltage fell to 2.5 V", "time").</summary>
    public required string EndedBy { get; init; }
}

/// <summary>Summary of one cycle.</summary>
/// <param name="Number">Number from 1.</param>
/// <param name="Discharge">Charge delivered, C (A s).</param>
/// <param name="Charge">Charge taken, C (A s).</param>
/// <param name="DischargeEnergy">Energy delivered, J.</param>
/// <param name="ChargeEnergy">Energy taken, J.</param>
/// <param name="EndVoltage">Voltage at the end, V.</param>
/// <param name="EndTime">Time at the end, s.</param>
public sealed record CycleResult(
    int Number, double Discharge, double Charge, double DischargeEnergy, double ChargeEnergy, double EndVoltage, double EndTime)
{
    /// <summary>Resistance of the cell from the jump of voltage and current at the start of the cycle's first discharge, ohm; NaN where there is no such jump.</summary>
    /// <remarks>Stores of lithium and salt have not moved by then: it holds ohmic drops, charge transfer and films, and no diffusion.</remarks>
    public double Resistance { get; init; } = double.NaN;

    /// <summary>Lithium in the electrodes at the end, as charge, C (A s); what is cut off from the cell is not in it. NaN where nothing ages.</summary>
    public double LithiumInventory { get; init; } = double.NaN;

    /// <summary>Energy of the light that fell on the cell in the cycle, J.</summary>
    public double LightEnergy { get; init; }

    /// <summary>Charge that the light has moved in the cycle, C.</summary>
    public double Photocharge { get; init; }

    /// <summary>What the steps with light of the cycle have stored and delivered, J.</summary>
    public double LightGained { get; init; }

    /// <summary>Whether the first charge that flows in the cycle is delivered, not taken.</summary>
    public bool DischargesFirst { get; init; }

    /// <summary>Charge taken in the cycle before that discharges, C (A s); zero without one.</summary>
    public double ChargeBefore { get; init; }

    /// <summary>Coulombic efficiency, 1: charge delivered over the charge that was taken for it; NaN where it tells none.</summary>
    /// <remarks>
    /// A cycle that charges first is measured by its own charge; one that discharges first by the charge of the cycle before it, so that the first
    /// discharge of a fresh cell has none. A charge of less than half of what is then delivered has only topped up a cell that was charged before,
    /// and tells no efficiency; nor does a first charge that gives back less than is then delivered, because it went into a cell that was not empty.
    /// </remarks>
    public double CoulombicEfficiency
    {
        get
        {
            // A thousandth more is the error of where both ended.
            const double Topping = 0.5, All = 0.999;
            double taken = DischargesFirst ? ChargeBefore : Charge;
            bool isFirstCharge = !DischargesFirst && ChargeBefore == 0;
            return Discharge > 0 && taken > (isFirstCharge ? All : Topping) * Discharge ? Discharge / taken : double.NaN;
        }
    }

    /// <summary>Whether all of its steps were carried out; otherwise the run ended within it.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether the cycle was simulated; otherwise its row lies between those of simulated cycles.</summary>
    public bool IsSimulated { get; init; } = true;
}

/// <summary>Columns against time; all have the same length.</summary>
public sealed record TimeSeries
{
    /// <summary>Time since the start of the run, s; not decreasing (a row before and one after each jump of the control).</summary>
    public required IReadOnlyList<double> Time { get; init; }

    /// <summary>Terminal voltage, V.</summary>
    public required IReadOnlyList<double> Voltage { get; init; }

    /// <summary>Current, A; positive on discharge.</summary>
    public required IReadOnlyList<double> Current { get; init; }

    /// <summary>Cell temperature, K.</summary>
    public required IReadOnlyList<double> Temperature { get; init; }

    /// <summary>Net charge delivered since the start, C (A s).</summary>
    public required IReadOnlyList<double> Capacity { get; init; }

    /// <summary>Net energy delivered since the start, J.</summary>
    public required IReadOnlyList<double> Energy { get; init; }

    /// <summary>Number of the step of each row, from 1.</summary>
    public required IReadOnlyList<int> Step { get; init; }

    /// <summary>Number of the cycle of each row, from 1.</summary>
    public required IReadOnlyList<int> Cycle { get; init; }

    /// <summary>Open-circuit voltage at the mean stoichiometries, V; NaN where no losses were asked for.</summary>
    public required IReadOnlyList<double> OpenCircuitVoltage { get; init; }

    /// <summary>Lithium-metal thickness at the negative terminal, m; NaN where there is none.</summary>
    public required IReadOnlyList<double> NegativeLithiumThickness { get; init; }

    /// <summary>Lithium-metal thickness at the positive terminal, m; NaN where there is none.</summary>
    public required IReadOnlyList<double> PositiveLithiumThickness { get; init; }

    /// <summary>Pressure on the stack, Pa.</summary>
    public IReadOnlyList<double> Pressure { get; init; } = [];

    /// <summary>Current through the electrolyte, A; null where it is that of the terminals. It differs by photocurrent and leak.</summary>
    public IReadOnlyList<double>? ElectrolyteCurrent { get; init; }

    /// <summary>Photocurrent, net of what recombines, A; positive where it charges; null where nothing takes up light.</summary>
    public IReadOnlyList<double>? Photocurrent { get; init; }

    /// <summary>Power of the light, W/m2; null where nothing takes up light.</summary>
    public IReadOnlyList<double>? Irradiance { get; init; }

    /// <summary>Number of rows.</summary>
    public int Count => Time.Count;
}

/// <summary>Overpotential split into its losses.</summary>
/// <remarks>
/// At each row the open-circuit voltage minus the sum of all losses is the terminal voltage; a loss is positive where it
/// lowers the voltage of a discharge.
/// </remarks>
/// <param name="Names">Name of each loss ("electrolyte, ohmic: separator"); stable order from the negative to the positive side.</param>
/// <param name="Values">Loss [loss][row], V.</param>
public sealed record LossSeries(IReadOnlyList<string> Names, IReadOnlyList<double[]> Values);

/// <summary>Fields over x and r at chosen times.</summary>
public sealed record FieldSeries
{
    /// <summary>Times of the profiles, s.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>Terminal voltage at the times, V.</summary>
    public required IReadOnlyList<double> Voltages { get; init; }

    /// <summary>The fields.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }
}

/// <summary>One field.</summary>
/// <param name="Name">Name ("electrolyte concentration", "stoichiometry at the surface: VCl3").</param>
/// <param name="Symbol">Short name in files ("c_e").</param>
/// <param name="Unit">SI unit.</param>
/// <param name="Axis">Coordinate: x from the negative side of the first electrode or r from the centre over the radius.</param>
/// <param name="Positions">Where, m (x) or 1 (r over radius).</param>
/// <param name="Values">Values [time][position]; NaN where the field does not exist.</param>
public sealed record Field(
    string Name, string Symbol, string Unit, string Axis, IReadOnlyList<double> Positions, IReadOnlyList<double[]> Values)
{
    /// <summary>Second coordinate r over the radius, 1, of a field over x and r, whose values are [time][x * radii + r]; null: none.</summary>
    public IReadOnlyList<double>? Radii { get; init; }
}

/// <summary>A conserved quantity at start and end.</summary>
/// <param name="Name">Name ("lithium", "salt anions", "charge").</param>
/// <param name="Unit">SI unit per area ("mol/m2").</param>
/// <param name="Start">Amount at the start.</param>
/// <param name="End">Amount at the end.</param>
/// <param name="RelativeError">Amount that appeared or vanished over the amount that moved or is there; zero up to round-off.</param>
public sealed record Balance(string Name, string Unit, double Start, double End, double RelativeError);

/// <summary>A place at which lithium is at start or end.</summary>
/// <param name="Name">Name ("in 'anode'", "dead-lithium at 'anode'").</param>
/// <param name="Start">Amount at the start, mol/m2 of geometric area.</param>
/// <param name="End">Amount at the end, mol/m2 of geometric area.</param>
public sealed record LithiumPool(string Name, double Start, double End);

/// <summary>Lithium in one active material of one electrode at start and end.</summary>
/// <param name="Electrode">Name of the electrode.</param>
/// <param name="Material">Id of the material in it.</param>
/// <param name="Start">Amount at the start, mol/m2 of geometric area.</param>
/// <param name="End">Amount at the end, mol/m2 of geometric area.</param>
public sealed record HostLithium(string Electrode, string Material, double Start, double End);

/// <summary>Work done by the integrator.</summary>
/// <param name="Unknowns">Unknowns of the system.</param>
/// <param name="Steps">Accepted time steps.</param>
/// <param name="Rejected">Steps repeated because of their error.</param>
/// <param name="NewtonIterations">Newton iterations.</param>
/// <param name="NewtonFailures">Steps repeated because Newton's iteration did not converge.</param>
public readonly record struct SolverStatistics(int Unknowns, long Steps, long Rejected, long NewtonIterations, long NewtonFailures);

using System.Text.Json;
using System.Text.Json.Serialization;
using Ionolith.Cells.Light;
using Ionolith.Cells.Model;
using Ionolith.Materials;

namespace Ionolith.Cells.Simulation;

/// <summary>Takes down where the light of each step went.</summary>
internal sealed class LightRecorder(CellModel model, LightUptake uptake)
{
    // Simpson's rule over a step's change of stoichiometry; tables of potentials have some two thousand intervals over all.
    private const int Intervals = 400;
    private static readonly JsonSerializerOptions Exact = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private readonly List<LightStep> _steps = [];
    private readonly double[] _before = new double[model.Size];

    /// <summary>All steps so far.</summary>
    public LightTotals Totals { get; private set; } = new();

    /// <summary>The recorder of a model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The recorder; null where nothing takes up light.</returns>
    public static LightRecorder? Of(CellModel model) => model.Parts.Junction is { } junction ? new(model, junction.Uptake) : null;

    /// <summary>What light did.</summary>
    public LightResult Result() => new(uptake, [.. _steps], Totals);

    /// <summary>Where the steps end now.</summary>
    public LightMark Mark() => new(_steps.Count, Totals);

    /// <summary>Forgets the steps since a mark.</summary>
    /// <param name="mark">The mark; no step before it has gone since.</param>
    public void RollBack(LightMark mark)
    {
        _steps.RemoveRange(mark.Count, _steps.Count - mark.Count);
        Totals = mark.Totals;
    }

    /// <summary>Lets go of the steps between the first cycle and another.</summary>
    /// <param name="cycle">Number of the other.</param>
    public void KeepFirstAnd(int cycle) => _steps.RemoveAll(s => s.Cycle > 1 && s.Cycle < cycle);

    /// <summary>Writes what stood before a mark.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="last">Number of the last cycle before it.</param>
    public void Write(BinaryWriter writer, LightMark mark, int last)
    {
        writer.Write(JsonSerializer.Serialize(_steps.Take(mark.Count).Where(s => s.Cycle <= last).ToList(), Exact));
        writer.Write(JsonSerializer.Serialize(mark.Totals, Exact));
    }

    /// <summary>Reads steps that were written.</summary>
    /// <param name="reader">Where from.</param>
    public void Read(BinaryReader reader)
    {
        _steps.AddRange(JsonSerializer.Deserialize<List<LightStep>>(reader.ReadString(), Exact) ?? []);
        Totals = JsonSerializer.Deserialize<LightTotals>(reader.ReadString(), Exact) ?? new();
    }

    /// <summary>Begins a step.</summary>
    /// <param name="y">State before it.</param>
    public void Begin(double[] y) => Array.Copy(y, _before, y.Length);

    /// <summary>Ends a step with light.</summary>
    /// <param name="place">Number of step and cycle.</param>
    /// <param name="irradiance">Power of the light, W/m2.</param>
    /// <param name="feasibility">Whether light alone could charge the cell at its start.</param>
    /// <param name="y">State after it.</param>
    public void End((int Step, int Cycle) place, double irradiance, LightFeasibility feasibility, double[] y)
    {
        StateLayout layout = model.Parts.Layout;
        double area = model.Parts.Cell.Area, light = Over(layout.LightEnergy), generated = Over(layout.GenerationEnergy);
        double delivered = Over(layout.Energy), leaked = Over(layout.LeakEnergy);
        LightStep step = new()
        {
            Number = place.Step,
            Cycle = place.Cycle,
            Irradiance = irradiance,
            Duration = light / irradiance / area,
            Feasibility = feasibility,
            Photocharge = Over(layout.Photocharge),
            LightEnergy = light,
            Reflected = uptake.Reflected * light,
            Transmitted = uptake.Transmitted * light,
            AbsorptionHeat = (uptake.Absorbed * light) - generated,
            Recombined = Over(layout.RecombinationEnergy),
            Shunted = Over(layout.ShuntEnergy),
            Work = delivered + Over(layout.ElectrolyteEnergy) + leaked,
            Delivered = delivered,
            Leaked = leaked,
            Stored = area * Stored(y),
        };
        _steps.Add(step);
        Totals = Totals.With(step);

        double Over(int index) => area * (y[index] - _before[index]);
    }

    // Charge moves from potential to potential: dE = -F n U dx, over all hosts, at their mean stoichiometries.
    private double Stored(double[] y)
    {
        double sum = 0;
        foreach (ElectrodeModel electrode in model.Parts.Electrodes)
        {
            foreach (Population p in electrode.Populations)
            {
                double full = p.Volume * electrode.Nodes * p.Phase.Material.MaximumConcentration;
                double from = CellModel.LithiumContent(_before, electrode, p) / full, to = CellModel.LithiumContent(y, electrode, p) / full;
                sum -= PhysicalConstants.Faraday * full * Integral(p, from, to);
            }
        }

        return sum;
    }

    private static double Integral(Population p, double from, double to)
    {
        double step = (to - from) / Intervals, sum = p.EquilibriumPotential(from) + p.EquilibriumPotential(to);
        for (int i = 1; i < Intervals; i++)
        {
            sum += (i % 2 == 0 ? 2 : 4) * p.EquilibriumPotential(from + (i * step));
        }

        return sum * step / 3;
    }
}

/// <summary>Where the steps with light end at one moment.</summary>
/// <param name="Count">Number of steps in memory.</param>
/// <param name="Totals">All steps.</param>
internal sealed record LightMark(int Count, LightTotals Totals)
{
    /// <summary>That of a run without light.</summary>
    public static LightMark None { get; } = new(0, new());
}

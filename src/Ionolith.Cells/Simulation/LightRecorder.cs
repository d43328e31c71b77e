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

    /// <summary>The recorder of a model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The recorder; null where nothing takes up light.</returns>
    public static LightRecorder? Of(CellModel model) => model.Parts.Junction is { } junction ? new(model, junction.Uptake) : null;

    /// <summary>What light did.</summary>
    public LightResult Result() => new(uptake, [.. _steps]);

    /// <summary>Number of steps so far.</summary>
    public int Count => _steps.Count;

    /// <summary>Forgets the steps beyond a number.</summary>
    /// <param name="count">Steps that stay.</param>
    public void RollBack(int count) => _steps.RemoveRange(count, _steps.Count - count);

    /// <summary>Writes the first steps.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="count">How many.</param>
    public void Write(BinaryWriter writer, int count) => writer.Write(JsonSerializer.Serialize(_steps[..count], Exact));

    /// <summary>Reads steps that were written.</summary>
    /// <param name="reader">Where from.</param>
    public void Read(BinaryReader reader) => _steps.AddRange(JsonSerializer.Deserialize<List<LightStep>>(reader.ReadString(), Exact) ?? []);

    /// <summary>Begins a step.</summary>
    /// <param name="y">State before it.</param>
    public void Begin(double[] y) => Array.Copy(y, _before, y.Length);

    /// <summary>Ends a step with light.</summary>
    /// <param name="number">Number of the step.</param>
    /// <param name="irradiance">Power of the light, W/m2.</param>
    /// <param name="feasibility">Whether light alone could charge the cell at its start.</param>
    /// <param name="y">State after it.</param>
    public void End(int number, double irradiance, LightFeasibility feasibility, double[] y)
    {
        StateLayout layout = model.Parts.Layout;
        double area = model.Parts.Cell.Area, light = Over(layout.LightEnergy), generated = Over(layout.GenerationEnergy);
        double delivered = Over(layout.Energy), leaked = Over(layout.LeakEnergy);
        _steps.Add(new LightStep
        {
            Number = number,
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
        });

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

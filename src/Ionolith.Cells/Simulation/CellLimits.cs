using Ionolith.Cells.Model;
using Ionolith.Cells.Model.Kinetics;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;
using Ionolith.Materials;

namespace Ionolith.Cells.Simulation;

/// <summary>Limits of the cell itself, and a name for what stopped a step that could not go on.</summary>
internal static class CellLimits
{
    // At this share below zero chi ln c has moved by some twenty volts.
    private const double FarthestSalt = 1e-3;

    // No interface of a cell that works takes so many volts.
    private const double VoltsOfNoCell = 20;

    // A monolayer of lithium holds about 2 C/m2.
    private const double LeastOverdraft = 1e-5;

    /// <summary>Limits that hold in a step whatever the protocol says: lithium metal used up or molten.</summary>
    /// <remarks>
    /// It ends a step that has a limit of voltage or current, to which the cell falls at once when nothing is left to strip, and the run goes on: a collector that was
    /// built bare is stripped bare in every cycle, a foil from when its excess is gone. It ends the run in a step without such a limit that began with some lithium; one that
    /// begins with none left strips none.
    /// What leaks takes lithium along beside the terminals, and what ages takes it out of the metal, both also while the cell rests.
    /// </remarks>
    /// <param name="model">Model.</param>
    /// <param name="y">State at the start of the step.</param>
    /// <param name="step">The step.</param>
    public static IEnumerable<LimitMonitor> Monitors(CellModel model, double[] y, ProtocolStep step)
    {
        ModelParts parts = model.Parts;
        (int Charge, int Leaked) moved = (parts.Layout.Charge, parts.Layout.Leaked);
        double begun = y[moved.Charge] + y[moved.Leaked];
        if (parts.Heat is not null && (parts.NegativeLithium ?? parts.PositiveLithium) is { } metal)
        {
            string melts = string.Create(CultureInfo.InvariantCulture, $"the cell has heated itself to {HeatBalance.LithiumMelts - 273.15:0.#} degC, where the lithium of '{metal.Metal.Name}' melts");
            yield return LimitMonitor.General(StepEnd.Cell, melts, parts.Layout.Temperature, HeatBalance.LithiumMelts, rising: true, 1e-6);
        }

        foreach (LithiumSurface lithium in new[] { parts.NegativeLithium, parts.PositiveLithium }.OfType<LithiumSurface>())
        {
            double sign = lithium.Negative ? 1 : -1;
            string text = UsedUp(lithium.Metal);

            // It stops just short of the last atoms; a step that begins there may strip as little as an overdraft.
            double last = 1.2 * LeastOverdraft, least = (sign * begun) + LeastOverdraft;
            bool beginsBare = Stock(lithium) - last < least;
            double Threshold() => sign * (beginsBare ? Math.Max(Stock(lithium) - last, least) : Stock(lithium) - last);
            double tolerance = 0.1 * LeastOverdraft;
            Limit? limit = step.Limits.FirstOrDefault(l => FallsTo(l, y[parts.Layout.Voltage], sign));
            yield return limit is null
                ? LimitMonitor.General(StepEnd.Cell, text, moved, Threshold, lithium.Negative, tolerance)
                : LimitMonitor.General(StepEnd.Done, $"{text}: the cell is at {limit.Text} at once", moved, Threshold, lithium.Negative, tolerance);
        }
    }

    /// <summary>Why a step ended that has used up the lithium of a layer.</summary>
    /// <param name="metal">The layer.</param>
    public static string UsedUp(LithiumMetal metal) => $"the lithium of '{metal.Name}' is used up";

    /// <summary>Whether a host or the salt has been driven so far beyond its end that the potential there has moved by volts.</summary>
    /// <remarks>The potentials go on there without bound; a step that no voltage limit ends must end all the same.</remarks>
    /// <param name="model">Model.</param>
    /// <param name="y">State.</param>
    /// <returns>Whether the cell cannot go on.</returns>
    public static bool IsPassed(CellModel model, double[] y)
    {
        // What the last iteration saw is a cheap first look; only the state itself counts.
        if (!LooksPassed(model.Parts, y))
        {
            return false;
        }

        model.Observe(y, new Observation(model.Parts.Grid.Nodes));
        return LooksPassed(model.Parts, y);
    }

    private static bool LooksPassed(ModelParts parts, double[] y)
    {
        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            foreach (Population p in electrode.Populations)
            {
                foreach (double x in p.Diffusion.Surface.AsSpan(0, electrode.Nodes))
                {
                    if (x is < -StoichiometryRange.Farthest or > 1 + StoichiometryRange.Farthest)
                    {
                        return true;
                    }
                }
            }
        }

        double least = -FarthestSalt * parts.ReferenceConcentration;
        for (int m = 0; m < parts.Grid.Nodes; m++)
        {
            if (parts.Grid.Capacity[m] > 0 && y[parts.Layout.Concentration + m] < least)
            {
                return true;
            }
        }

        return parts.SaltEnds.Any(end => end.Concentration < least);
    }

    /// <summary>What stands in the way at a state from which no step succeeds.</summary>
    /// <param name="model">Model.</param>
    /// <param name="y">The last good state.</param>
    /// <returns>Whether it is a limit of the cell (else of the solver), and a sentence.</returns>
    public static (bool OfCell, string Text) Explain(CellModel model, double[] y)
    {
        ModelParts parts = model.Parts;
        model.Observe(y, new Observation(parts.Grid.Nodes));
        foreach (SaltEnd end in parts.SaltEnds)
        {
            if (end.Concentration < 0.02 * parts.ReferenceConcentration)
            {
                return (true, $"the salt is depleted at {Where(parts, end.Node)}: {Math.Max(end.Concentration, 0):0.##} mol/m3 is left at its edge, "
                    + "so that the current is above what the electrolyte can carry");
            }
        }

        for (int m = 0; m < parts.Grid.Nodes; m++)
        {
            double c = y[parts.Layout.Concentration + m];
            if (parts.Grid.Capacity[m] > 0 && c < 0.01 * parts.ReferenceConcentration)
            {
                return (true, $"the salt is depleted at {Where(parts, m)}: {Math.Max(c, 0):0.##} mol/m3 is left");
            }
        }

        if (ExplainResistance(model, y) is { } resistance)
        {
            return (true, resistance);
        }

        if (ExplainHost(parts, y, Wanted(model, y)) is { } host)
        {
            return (true, host);
        }

        if (ExplainKinetics(model, y) is { } kinetics)
        {
            return (true, kinetics);
        }

        if (model.Control.Mode == ControlMode.Power)
        {
            string verb = model.Control.Value < 0 ? "take" : "give";
            return (true, $"the cell cannot {verb} this power: at every current it would be less");
        }

        return (false, "the equations of kinetics and transport have no solution that the solver could follow; "
            + $"the surface stoichiometries are {Ranges(parts)}");
    }

    // A layer that resists too much for the current, or an interphase, a space charge or a contact that is as good as closed.
    private static string? ExplainResistance(CellModel model, double[] y)
    {
        ModelParts parts = model.Parts;
        double wanted = Math.Abs(model.Control.Mode == ControlMode.Current ? model.Control.Value : y[parts.Layout.Current]);
        IEnumerable<(string Name, double Resistance, bool IsLayer)> all =
        [
            .. parts.Series.Select(s => (s.Name, s.Value, s.AddedResistance < 0.5 * s.Value)),
            .. new[] { parts.NegativeLithium, parts.PositiveLithium }.OfType<LithiumSurface>().Select(l => (l.Metal.Name, l.AddedResistance, false)),
            .. parts.Electrodes.Select(e => (e.Description.Name, 1 / e.Populations.Sum(p => p.Area * e.Nodes / p.Kinetics.AddedResistance), false)),
        ];
        (string name, double most, bool isLayer) = all.Where(r => double.IsFinite(r.Resistance)).OrderByDescending(r => r.Resistance).FirstOrDefault();
        return most * wanted < VoltsOfNoCell ? null : isLayer ? string.Create(
            CultureInfo.InvariantCulture,
            $"the resistance of '{name}', {most * 1e4:G3} ohm cm2, would take {most * wanted:G3} V at {wanted / 10:0.###} mA/cm2") : string.Create(
            CultureInfo.InvariantCulture,
            $"the interface '{name}' has closed: it resists with {most * 1e4:G3} ohm cm2, and {wanted / 10:0.###} mA/cm2 would take {most * wanted:G3} V there");
    }

    // The current density that is asked for; the one that flows where the control does not say.
    private static double Wanted(CellModel model, double[] y)
    {
        CellControl control = model.Control;
        double flows = y[model.Parts.Layout.Current];
        return control.Mode switch
        {
            ControlMode.Current => model.HasBypass ? flows : control.Value,
            ControlMode.Shared => flows,
            ControlMode.Voltage => flows != 0 ? flows : y[model.Parts.Layout.Voltage] - control.Value,
            _ => control.Value,
        };
    }

    // A law whose rate levels off, such as Marcus-Hush-Chidsey, below the current that is asked for.
    private static string? ExplainKinetics(CellModel model, double[] y)
    {
        if (model.Control.Mode != ControlMode.Current)
        {
            return null;
        }

        ModelParts parts = model.Parts;
        double wanted = Math.Abs(Wanted(model, y));
        foreach (LithiumSurface lithium in new[] { parts.NegativeLithium, parts.PositiveLithium }.OfType<LithiumSurface>())
        {
            double exchange = lithium.Kinetics.ExchangeCurrent(1, lithium.End?.Concentration ?? 1);
            if (lithium.Kinetics.LimitingCurrent(exchange) < wanted)
            {
                return Saturates(lithium.Metal.Name, lithium.Kinetics.LimitingCurrent(exchange), wanted);
            }
        }

        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            double limit = 0;
            foreach (Population p in electrode.Populations)
            {
                for (int m = 0; m < electrode.Nodes; m++)
                {
                    double exchange = p.Kinetics.ExchangeCurrent(
                        p.Diffusion.Surface[m], y[parts.Layout.Concentration + electrode.FirstNode + m]);
                    limit += p.Area * p.Kinetics.LimitingCurrent(exchange);
                }
            }

            if (limit < 1.05 * wanted)
            {
                return Saturates(electrode.Description.Name, limit, wanted);
            }
        }

        return null;
    }

    private static string Saturates(string name, double limit, double wanted) =>
        $"charge transfer at '{name}' saturates at {limit / 10:0.###} mA/cm2, and {wanted / 10:0.###} mA/cm2 are asked for";

    // Used up is what is gone by more than some millionths of an atomic layer: a cell that is built without lithium is not at its limit while it rests.
    private static double Stock(LithiumSurface lithium) =>
        (((lithium.Metal.Thickness / lithium.Metal.MolarVolume) - lithium.Consumed) * PhysicalConstants.Faraday) + LeastOverdraft;

    // Whether a cell that has nothing left to strip reaches a limit at once: its current stops, and its voltage falls, or rises where the metal is the positive electrode.
    // The voltage at the start decides only where the step does not say from which side it comes; that of a cell that has done nothing yet is not known.
    private static bool FallsTo(Limit limit, double voltage, double sign) => limit.Kind switch
    {
        LimitKind.Voltage => limit.Sense switch
        {
            LimitSense.Below => sign > 0,
            LimitSense.Above => sign < 0,
            _ => sign * (voltage - limit.Value) > 0,
        },
        LimitKind.Current or LimitKind.CRate or LimitKind.ArealCurrent => limit.Sense != LimitSense.Above,
        _ => false,
    };

    private static string Where(ModelParts parts, int node)
    {
        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            if (node >= electrode.FirstNode && node < electrode.FirstNode + electrode.Nodes)
            {
                return $"'{electrode.Description.Name}'";
            }
        }

        return "the electrolyte layer";
    }

    private static string? ExplainHost(ModelParts parts, double[] y, double current)
    {
        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            foreach (Population p in electrode.Populations)
            {
                Span<double> surface = p.Diffusion.Surface.AsSpan(0, electrode.Nodes);
                double high = 0, low = 1;
                foreach (double seen in surface)
                {
                    // Without a value where nothing is known of the potential: then the host as a whole tells to which end it is.
                    double x = double.IsNaN(seen) ? LossAnalysis.MeanStoichiometry(y, p, electrode.Nodes) : seen;
                    high = Math.Max(high, x);
                    low = Math.Min(low, x);
                }

                (double lower, double upper) = p.Phase.Material.OpenCircuitPotential.Domain;
                bool lithiating = current > 0 != electrode.Negative;
                if (lithiating && high > Math.Min(upper, 1) - 0.02)
                {
                    return $"the {p.Phase.Material.Name} in '{electrode.Description.Name}' is full at its surface (stoichiometry {Math.Min(high, 1):0.0000})";
                }

                if (!lithiating && low < Math.Max(lower, 0) + 0.02)
                {
                    return $"the {p.Phase.Material.Name} in '{electrode.Description.Name}' is empty at its surface (stoichiometry {Math.Max(low, 0):0.0000})";
                }
            }
        }

        return null;
    }

    private static string Ranges(ModelParts parts) => string.Join(", ", parts.Electrodes.SelectMany(e => e.Populations.Select(p =>
    {
        double[] surface = p.Diffusion.Surface[..e.Nodes];
        return $"{surface.Min():0.000} to {surface.Max():0.000} in {p.Phase.Material.Name} of '{e.Description.Name}'";
    })));
}

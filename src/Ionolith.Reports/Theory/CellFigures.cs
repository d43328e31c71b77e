using Ionolith.Cells.Design;
using Ionolith.Cells.Light;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library;
using Ionolith.Library.Files;

namespace Ionolith.Reports.Theory;

/// <summary>Figures that take a whole cell of the library: hysteresis, light, heat, cells in series, swelling.</summary>
internal static class CellFigures
{
    private const double Hour = 3600, PerArealCapacity = 36;

    public static IEnumerable<TheoryFigure> All() => [Hysteresis(), PhotoDiode(), Heat(), Series(), Swelling()];

    private static TheoryFigure Hysteresis()
    {
        const string Steps = "Charge at 0.05C until 3.9 V; Discharge at 0.05C for 10 h; Charge at 0.05C for 4 h; Discharge at 0.05C until 1.0 V";
        TheoryCurve Of(string name, params (string, string)[] changes)
        {
            var series = Run("borate-coated-iron-oxide", Steps, changes).Series;
            double area = Cell("borate-coated-iron-oxide").Area;
            return new TheoryCurve(name, [.. series.Capacity.Select(q => -q / (area * PerArealCapacity))], series.Voltage);
        }

        return new TheoryFigure("hysteresis", "charge put in / (mAh/cm2)", "voltage / V",
            $"A cell with an anode of Fe2O3, with and without its two branches: a partial charge within the discharge leaves one branch and comes back to it. {Steps}.",
            [Of("half-gap of the library"), Of("half-gap 0", ("anode.active.fe2o3-borate.override.hysteresis.half-gap", "0 V"))]);
    }

    private static TheoryFigure PhotoDiode()
    {
        var cell = Cell("tis2-tio2-photocathode");
        var electrode = cell.Layers.OfType<PorousElectrode>().Single(e => e.Light is not null);
        var light = electrode.Light!;
        double gap = light.JunctionGap, temperature = cell.Temperature;
        var uptake = light.Uptake(electrode.Thickness);
        double[] voltages = LawSample.Even(0, 3, 301);
        double Net(double irradiance, double v) =>
            0.1 * (light.Generation(uptake, irradiance, temperature, 1).Current - light.Diode.Recombination(v, temperature, gap).Current - (v / light.Diode.ShuntResistance));
        double floor = -0.5 * Net(1000, 0);
        return new TheoryFigure("photodiode", "voltage of the cell / V", "photocurrent / (mA/cm2)",
            "Photocurrent against the voltage of the cell that it charges, for the cathode of the library's photo-rechargeable cell: it falls where recombination takes what light gives. Below zero the junction would discharge the cell.",
            [
                .. ((double[])[0, 250, 500, 1000]).Select(e => new TheoryCurve(
                    string.Create(CultureInfo.InvariantCulture, $"{e / 10:0} mW/cm2"), voltages, [.. voltages.Select(v => Net(e, v)).Select(j => j >= floor ? j : double.NaN)])),
            ]);
    }

    private static TheoryFigure Heat()
    {
        TheoryCurve Of(string transfer)
        {
            var series = Run("chen2020", "Discharge at 2C until 2.5 V; Rest for 20 min", ("heat.capacity", "500 J/m2/K"), ("heat.transfer", transfer)).Series;
            return new TheoryCurve(transfer, [.. series.Time.Select(t => t / 60)], [.. series.Temperature.Select(t => t - 273.15)]);
        }

        return new TheoryFigure("self-heating", "time / min", "temperature / degC",
            "Self-heating of a discharge at 2C and the rest after it, from adiabatic to well cooled (chen2020, heat capacity 500 J/m2/K).",
            [.. ((string[])["0 W/m2/K", "0.5 W/m2/K", "2 W/m2/K", "10 W/m2/K"]).Select(Of)]);
    }

    private static TheoryFigure Series()
    {
        var cells = SeriesStackSimulation.Spread(Cell("borate-coated-iron-oxide", ("leak-resistance", "500 kohm cm2")), 3, new CellSpread(0.02, 0, 7) { Leak = 0.3 });
        var result = new SeriesStackSimulation(cells).Run(ProtocolOf("Repeat 3 times: Charge at 0.2C until 3.9 V; Rest for 7 d; Discharge at 0.2C until 1.0 V"));
        return new TheoryFigure("cells-in-series", "time / d", "voltage of each cell / V",
            "Three cells of one stack that leak differently (500 kohm cm2, spread 30 %; loading spread 2 %): they drift apart at rest, the fullest ends each charge and the emptiest each discharge.",
            [.. result.Cells.Select((c, i) => new TheoryCurve($"cell {i + 1}", [.. c.Time.Select(t => t / (24 * Hour))], c.Voltage))]);
    }

    private static TheoryFigure Swelling()
    {
        TheoryCurve Of(string stiffness)
        {
            var run = Run("neutron-6li", "Discharge at 0.05C until 1.2 V", ("stack-pressure", "20 MPa"), ("swelling.stack-stiffness", stiffness));
            return new TheoryCurve(stiffness, [.. run.Series.Capacity.Select(q => q / run.Cell.Area / Numbers.PerArealCapacity)], [.. run.Series.Pressure.Select(p => p / 1e6)]);
        }

        return new TheoryFigure("swelling", "charge delivered / (mAh/cm2)", "stack pressure / MPa",
            "Pressure of a lithium-sulfur cell in frames of three stiffnesses, set to 20 MPa when charged: the lithium gets thinner all the while, the cathode thicker only once the sulfur has filled its pores.",
            [.. ((string[])["0.02 MPa/um", "0.2 MPa/um", "0.5 MPa/um"]).Select(Of)]);
    }

    private static CellDescription Cell(string id, params (string Path, string Value)[] changes)
    {
        var loaded = CellLibrary.LoadCell(id, [.. changes.Select(c => new PathOverride(c.Path, c.Value))]);
        return loaded.Cell ?? throw new InvalidOperationException(string.Join("; ", loaded.Problems));
    }

    private static Protocol ProtocolOf(string text)
    {
        var parsed = ProtocolParser.Parse([text], new ProtocolFiles(""));
        return parsed.Protocol ?? throw new InvalidOperationException(string.Join("; ", parsed.Problems));
    }

    private static SimulationResult Run(string id, string protocol, params (string Path, string Value)[] changes)
    {
        var result = new CellSimulation(Cell(id, changes), ProtocolOf(protocol)).Run();
        return result.Status is SimulationStatus.Completed ? result : throw new InvalidOperationException($"{id}: {result.Reason}");
    }
}

using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;

namespace Ionolith.Reports.Tests;

/// <summary>Results made by formula, with the shape of real ones, so that what is written of them can be checked by hand.</summary>
public static class SampleRun
{
    private const double Area = 2e-4;
    private const double NominalCapacity = 2.0 * Area * 1e4 * 3.6;

    private static readonly string[] LossNames =
    [
        "kinetics: lithium", "interface: lithium | separator", "electrolyte, ohmic: separator", "electrolyte, ohmic: composite cathode",
        "electrolyte, concentration", "electronic: composite cathode", "kinetics: composite cathode", "solid diffusion: NMC811",
    ];

    private static readonly double[] LossWeights = [0.018, 0.012, 0.055, 0.028, 0.034, 0.004, 0.031, 0.047];

    public static CellDescription Cell { get; } = MakeCell();

    /// <summary>One discharge at 1C with a rest after it.</summary>
    public static RunRecord Discharge() => Record(Run(["Discharge at 1C until 2.8 V", "Rest for 30 minutes"], cycles: 1));

    /// <summary>Many cycles of charge and discharge with fading capacity.</summary>
    public static RunRecord Cycling(int cycles) => Record(Run(
        [$"Repeat {cycles} times: Discharge at 1C until 2.8 V; Charge at 0.5C until 4.2 V; Hold at 4.2 V until C/20"], cycles, charge: true));

    /// <summary>A run that ended before its first row.</summary>
    public static RunRecord Empty()
    {
        var result = Run(["Discharge at 1C until 2.8 V"], cycles: 1);
        return Record(result with
        {
            Status = SimulationStatus.Failed,
            Reason = "The state at the start could not be found: <no> & conductor.",
            Steps = [],
            Cycles = [],
            Series = result.Series with
            {
                Time = [],
                Voltage = [],
                Current = [],
                Temperature = [],
                Capacity = [],
                Energy = [],
                Step = [],
                Cycle = [],
                OpenCircuitVoltage = [],
                NegativeLithiumThickness = [],
                PositiveLithiumThickness = [],
            },
            Losses = null,
            Fields = null,
            Balances = [],
        });
    }

    public static RunRecord Record(SimulationResult result) => new()
    {
        Result = result,
        InputText = "cell: sample-polymer-nmc\n",
        Program = "Ionolith 0.1.0",
    };

    private static SimulationResult Run(IReadOnlyList<string> items, int cycles, bool charge = false)
    {
        var parsed = ProtocolParser.Parse(items, new ProtocolFiles(""));
        var rows = new Rows();
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            var reach = 0.86 * Math.Pow(0.9985, cycle - 1);
            rows.Ramp(cycle, 1, 0.02, reach, "Discharge at 1C until 2.8 V", "voltage fell to 2.8 V");
            if (charge)
            {
                rows.Ramp(cycle, -0.5, reach, 0.03 + (0.0002 * cycle), "Charge at 0.5C until 4.2 V", "voltage rose to 4.2 V");
            }
            else
            {
                rows.Rest(cycle, reach, 1800);
            }
        }

        return new SimulationResult
        {
            Cell = Cell,
            Protocol = parsed.Protocol!,
            Options = new SimulationOptions(),
            Status = SimulationStatus.Completed,
            Reason = "The protocol was carried out.",
            Steps = rows.Steps,
            Cycles = rows.Cycles,
            Series = rows.Series(),
            Losses = new LossSeries(LossNames, rows.Losses()),
            Fields = Fields(),
            Balances =
            [
                new Balance("lithium", "mol/m2", 1.8312345, 1.8312345, 3.1e-14),
                new Balance("salt anions", "mol/m2", 0.0412, 0.0412, -4.4e-16),
                new Balance("charge", "C/m2", 0, 0, 1.2e-15),
            ],
            Diagnosis = "The ohmic drop in the separator limits this cell: it takes 24 % of the energy that is lost, and the salt in the cathode is 62 % depleted at the end.",
            Statistics = new SolverStatistics(412, 1187, 23, 2714, 4),
        };
    }

    private static FieldSeries Fields()
    {
        const int Times = 31;
        double[] Grid(double from, double to, int n) => [.. Enumerable.Range(0, n).Select(i => from + ((to - from) * (i + 0.5) / n))];
        var whole = Grid(20e-6, 110e-6, 30);
        var cathode = Grid(50e-6, 110e-6, 20);
        var radius = Grid(0, 1, 10);
        List<double[]> At(double[] x, Func<double, double, double> f) =>
            [.. Enumerable.Range(0, Times).Select(t => x.Select(p => f(p, t / (Times - 1.0))).ToArray())];
        double Share(double x) => (x - 20e-6) / 90e-6;
        double Depth(double x) => (x - 50e-6) / 60e-6;
        return new FieldSeries
        {
            Times = [.. Enumerable.Range(0, Times).Select(t => 3024.0 * t / (Times - 1))],
            Voltages = [.. Enumerable.Range(0, Times).Select(t => 4.15 - (1.35 * Math.Pow(t / (Times - 1.0), 1.4)))],
            Fields =
            [
                new Field("electrolyte concentration", "c_e", "mol/m3", "x", whole, At(whole, (x, t) => 1000 + (700 * (1 - Math.Exp(-6 * t)) * (0.45 - Share(x))))),
                new Field("electrolyte potential", "phi_e", "V", "x", whole, At(whole, (x, t) => -0.02 - (0.11 * Math.Pow(Share(x), 0.8) * (0.8 + (0.3 * t))))),
                new Field("stoichiometry at the surface: NMC811", "x_s", "1", "x", cathode, At(cathode, (x, t) => 0.28 + (0.62 * t) + (0.06 * Math.Sin(Math.PI * t) * (0.5 - Depth(x)) * 2))),
                new Field("stoichiometry at the surface: LFP", "x_s", "1", "x", cathode, At(cathode, (x, t) => 0.05 + (0.85 * t * t) + (0.04 * (0.5 - Depth(x)) * t))),
                new Field("solid potential: anode", "phi_s_n", "V", "x", whole, At(whole, (x, t) => 0.001 * Share(x))),
                new Field("solid potential: cathode", "phi_s_p", "V", "x", cathode, At(cathode, (x, t) => 3.9 - (0.002 * Depth(x)))),
                new Field("reaction current density", "j", "A/m3", "x", cathode, At(cathode, (x, t) => -3.3e5 * (1 + ((1 - (2 * t)) * 0.9 * (1 - (2 * Depth(x))))))),
                new Field("stoichiometry in the middle particle: NMC811", "x_r", "1", "r", radius, At(radius, (r, t) => 0.28 + (0.58 * t) + (0.06 * Math.Min(1, 5 * t) * ((r * r) - 0.6)))),
            ],
        };
    }

    private static CellDescription MakeCell()
    {
        var constant = new ConstantFunction(1);
        var copper = new InertMaterial { Id = "copper", Name = "copper" };
        var aluminium = new InertMaterial { Id = "aluminium", Name = "aluminium" };
        var carbon = new InertMaterial { Id = "carbon", Name = "carbon black" };
        var binder = new InertMaterial { Id = "pvdf", Name = "PVDF" };
        var glass = new InertMaterial { Id = "glass", Name = "glass fibre" };
        var polymer = new Electrolyte
        {
            Id = "peo-litfsi",
            Name = "PEO-LiTFSI",
            Conductivity = constant,
            Salt = new SaltTransport { InitialConcentration = 1000, Diffusivity = constant, TransferenceNumber = constant },
        };
        var kinetics = new InterfaceKinetics { ExchangeCurrent = new ExchangeCurrent { Reference = constant } };
        ActivePhase Phase(string id, string name, double fraction) => new()
        {
            Material = new ActiveMaterial { Id = id, Name = name, MaximumConcentration = 50_000, OpenCircuitPotential = constant, Diffusivity = constant },
            VolumeFraction = fraction,
            Sizes = [new ParticleSize(3e-6, 1)],
            Kinetics = kinetics,
            InitialStoichiometry = 0.3,
        };
        return new CellDescription
        {
            Id = "sample-polymer-nmc",
            Title = "Lithium | PEO-LiTFSI | NMC811 composite with LFP",
            Area = Area,
            NominalCapacity = NominalCapacity,
            LowerCutoffVoltage = 2.8,
            UpperCutoffVoltage = 4.2,
            Temperature = 333.15,
            Heat = new HeatBalance(100, 5),
            Layers =
            [
                new CurrentCollector { Name = "negative collector", Thickness = 8e-6, Material = copper },
                new LithiumMetal { Name = "lithium", Thickness = 20e-6, Kinetics = kinetics },
                new ElectrolyteLayer { Name = "interlayer", Thickness = 200e-9, Electrolyte = polymer },
                new ElectrolyteLayer { Name = "separator", Thickness = 30e-6, Electrolyte = polymer, VolumeFraction = 0.82, Frame = glass },
                new PorousElectrode
                {
                    Name = "composite cathode",
                    Thickness = 60e-6,
                    Electrolyte = polymer,
                    ElectrolyteFraction = 0.3,
                    TransportEfficiency = 0.16,
                    ElectronicConductivity = constant,
                    ActivePhases = [Phase("nmc811", "NMC811", 0.45), Phase("lfp", "LiFePO4", 0.12)],
                    InertPhases = [new InertPhase(carbon, 0.04), new InertPhase(binder, 0.03)],
                },
                new CurrentCollector { Name = "positive collector", Thickness = 12e-6, Material = aluminium },
            ],
            Values =
            [
                new SourcedValue("separator.thickness", "30 um", "nobody reports it; usual films are cast at 20 um to 50 um", ValueRole.Assumed, "20 um to 50 um"),
                new SourcedValue("cathode.particle-radius", "3 um", "from the micrograph's scale bar", ValueRole.Assumed, "1.5 um to 5 um"),
                new SourcedValue("separator.conductivity", "1.1 mS/cm", "Example and Other, J. Examples 12 (2020) 345, table 2", ValueRole.Input, ""),
                new SourcedValue("cathode.exchange-current", "0.8 A/m2", "fitted to figure 3b at C/10", ValueRole.Calibrated, ""),
            ],
        };
    }

    private sealed class Rows
    {
        private readonly List<double> _time = [], _voltage = [], _current = [], _temperature = [], _capacity = [], _energy = [], _open = [];
        private readonly List<int> _step = [], _cycle = [];
        private double _now, _charge, _work;
        private int _number;

        public List<StepResult> Steps { get; } = [];

        public List<CycleResult> Cycles { get; } = [];

        /// <summary>Constant current between two depths of discharge.</summary>
        public void Ramp(int cycle, double rate, double from, double to, string text, string endedBy)
        {
            const int Points = 80;
            var current = rate * NominalCapacity / 3600;
            var duration = Math.Abs(to - from) * NominalCapacity / Math.Abs(current);
            var first = _time.Count;
            var (charge, work, start) = (_charge, _work, _now);
            _number++;
            for (var i = 0; i <= Points; i++)
            {
                var share = i / (double)Points;
                var depth = from + ((to - from) * share);
                var next = start + (duration * share);
                var voltage = Open(depth) - (LossAt(share) * rate);
                var step = (next - _now) * current;
                _work += step * (i == 0 ? voltage : (voltage + _voltage[^1]) / 2);
                _charge += step;
                _now = next;
                Add(cycle, voltage, current, 333.15 + (4 * share * Math.Abs(rate)), Open(depth));
            }

            Finish(cycle, first, charge, work, text, endedBy);
        }

        public void Rest(int cycle, double depth, double duration)
        {
            var first = _time.Count;
            var start = _now;
            _number++;
            for (var i = 0; i <= 20; i++)
            {
                _now = start + (duration * i / 20);
                Add(cycle, Open(depth) - (0.02 * Math.Exp(-i / 4.0)), 0, 337.15 - (4 * i / 20.0), Open(depth));
            }

            Finish(cycle, first, _charge, _work, "Rest for 30 minutes", "time");
        }

        public TimeSeries Series() => new()
        {
            Time = _time,
            Voltage = _voltage,
            Current = _current,
            Temperature = _temperature,
            Capacity = _capacity,
            Energy = _energy,
            Step = _step,
            Cycle = _cycle,
            OpenCircuitVoltage = _open,
            NegativeLithiumThickness = [.. _capacity.Select(q => 20e-6 - (q / Area / 96485 * 13e-6))],
            PositiveLithiumThickness = [.. _capacity.Select(_ => double.NaN)],
        };

        /// <summary>The whole loss, split by growing and fading weights.</summary>
        public List<double[]> Losses()
        {
            var total = _open.Select((u, i) => u - _voltage[i]).ToArray();
            return [.. LossWeights.Select((_, k) => total.Select((loss, i) => loss * Weight(k, i)).ToArray())];
        }

        private static double Open(double depth) => 4.25 - (0.75 * depth) - (0.06 * Math.Tanh((depth - 0.45) * 9)) - (0.5 * Math.Exp((depth - 0.93) * 22));

        private static double LossAt(double share) => 0.16 + (0.08 * (1 - Math.Exp(-8 * share))) + (0.35 * Math.Pow(share, 9));

        private double Weight(int loss, int row)
        {
            var phase = row % 81 / 80.0;
            double Raw(int k) => LossWeights[k] * (k is 4 or 7 ? 0.3 + phase + (2 * Math.Pow(phase, 8)) : 1);
            return Raw(loss) / Enumerable.Range(0, LossWeights.Length).Sum(Raw);
        }

        private void Add(int cycle, double voltage, double current, double temperature, double open)
        {
            _time.Add(_now);
            _voltage.Add(voltage);
            _current.Add(current);
            _temperature.Add(temperature);
            _capacity.Add(_charge);
            _energy.Add(_work);
            _open.Add(open);
            _step.Add(_number);
            _cycle.Add(cycle);
        }

        private void Finish(int cycle, int first, double charge, double work, string text, string endedBy)
        {
            var (passed, done) = (_charge - charge, _work - work);
            Steps.Add(new StepResult
            {
                Number = _number,
                Cycle = cycle,
                Text = text,
                Time = (_time[first], _now),
                Voltage = (_voltage[first], _voltage[^1]),
                Current = (_current[first], _current[^1]),
                Capacity = passed,
                Energy = done,
                PeakTemperature = _temperature.Skip(first).Max(),
                EndedBy = endedBy,
            });
            var old = Cycles.Count == cycle ? Cycles[^1] : new CycleResult(cycle, 0, 0, 0, 0, 0, 0)
            {
                DischargesFirst = passed > 0,
                ChargeBefore = Cycles.Count > 0 ? Cycles[^1].Charge : 0,
            };
            var added = old with
            {
                Discharge = old.Discharge + Math.Max(passed, 0),
                Charge = old.Charge + Math.Max(-passed, 0),
                DischargeEnergy = old.DischargeEnergy + Math.Max(done, 0),
                ChargeEnergy = old.ChargeEnergy + Math.Max(-done, 0),
                EndVoltage = _voltage[^1],
                EndTime = _now,
            };
            if (Cycles.Count == cycle)
            {
                Cycles[^1] = added;
            }
            else
            {
                Cycles.Add(added);
            }
        }
    }
}

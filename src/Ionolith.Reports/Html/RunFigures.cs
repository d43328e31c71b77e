using Ionolith.Cells.Simulation;

namespace Ionolith.Reports.Html;

/// <summary>The figures of a run against time and capacity.</summary>
internal sealed class RunFigures
{
    private const int MostRows = 3000;
    private const int FewCycles = 3;
    private const int DrawnCycles = 5;

    // A loss that is nowhere a thousandth of the largest sum is thinner than its own outline; the table still has it.
    private const double LeastDrawn = 1e-3;
    private readonly SimulationResult _result;
    private readonly int[] _rows;
    private readonly List<int> _cycles;

    // Largest loss first, so that it lies on the axis, where it is read best.
    private readonly List<int> _lossOrder;
    private readonly (double Factor, string Unit) _time;

    public RunFigures(SimulationResult result)
    {
        _result = result;
        _rows = ChosenRows.Of(result.Series, MostRows);
        _cycles = [.. KeyFigures.DischargingCycles(result).Select(c => c.Number)];
        _lossOrder = [.. LossSummary.Of(result).Select((l, k) => (k, l.Energy)).OrderByDescending(l => l.Energy).Select(l => l.k)];
        _time = Numbers.TimeUnit(result.Series.Count > 0 ? result.Series.Time[^1] : 0);
    }

    /// <summary>Whether the run only discharges or only charges, so that capacity is an axis as good as time.</summary>
    public bool CapacityIsMonotone
    {
        get
        {
            var capacity = _result.Series.Capacity;
            var (up, down) = (false, false);
            for (var i = 1; i < capacity.Count; i++)
            {
                up |= capacity[i] > capacity[i - 1];
                down |= capacity[i] < capacity[i - 1];
            }

            return up != down;
        }
    }

    public bool IsIsothermal => _result.Series.Count == 0
        || _result.Series.Temperature.Max() - _result.Series.Temperature.Min() < 0.01;

    private string TimeTitle => $"time ({_time.Unit})";

    private static string CapacityTitle => "charge delivered (mAh/cm\u00b2)";

    /// <summary>Whether the run is of so many cycles that curves of all of them would cover each other.</summary>
    public bool HasManyCycles => _cycles.Count > FewCycles;

    /// <summary>The cycle whose losses are drawn where there are many.</summary>
    public int LastCycle => _cycles[^1];

    public PlotlyFigure VoltageAgainstCapacity() =>
        HasManyCycles ? VoltageOfSomeCycles() : Voltage(Capacities(_rows), CapacityTitle);

    public PlotlyFigure VoltageAgainstTime() => Voltage(Times(_rows), TimeTitle);

    public PlotlyFigure CurrentAndTemperature()
    {
        var current = Column(_rows, _result.Series.Current).Select(i => i / _result.Cell.Area / 10).ToArray();
        var figure = new PlotlyFigure { XTitle = TimeTitle, Height = IsIsothermal ? 260 : 420 };
        figure.AddPanel("current density<br>(mA/cm\u00b2)", fromZero: true).AddLine("current density", Times(_rows), current, Palette.Blue);
        if (!IsIsothermal)
        {
            figure.AddPanel("temperature<br>(\u00b0C)")
                .AddLine("temperature", Times(_rows), Column(_rows, _result.Series.Temperature).Select(t => t - 273.15), Palette.Vermilion);
        }

        return figure;
    }

    /// <summary>Losses stacked; those that are negative (on charge) are stacked downwards.</summary>
    public PlotlyFigure Losses(bool againstCapacity)
    {
        var losses = _result.Losses!;
        var rows = HasManyCycles ? RowsOf(LastCycle) : _rows;
        var (x, title) = againstCapacity ? (Capacities(rows), CapacityTitle) : HasManyCycles ? TimesInCycle(rows) : (Times(rows), TimeTitle);
        var figure = new PlotlyFigure { XTitle = title, Height = 380 };
        figure.AddPanel("loss (mV)", fromZero: true);
        var least = LeastDrawn * rows.Select(i => Math.Abs(losses.Values.Sum(v => v[i]))).DefaultIfEmpty(0).Max();
        foreach (var up in (bool[])[true, false])
        {
            foreach (var k in _lossOrder.Where(k => rows.Any(i => Math.Abs(losses.Values[k][i]) > least)))
            {
                var values = Column(rows, losses.Values[k]).Select(v => v * 1000).ToArray();
                if (values.Any(v => up ? v > 0 : v < -1e-6))
                {
                    figure.AddArea(losses.Names[k], up ? "up" : "down", x, values.Select(v => up ? Math.Max(v, 0) : Math.Min(v, 0)), LossColor(k));
                }
            }
        }

        return figure;
    }

    /// <summary>Colour of a loss, the same wherever it is drawn; the largest losses have the colours that differ most.</summary>
    public string LossColor(int index) => Palette.Area(_lossOrder.IndexOf(index));

    public PlotlyFigure Cycles()
    {
        var all = KeyFigures.DischargingCycles(_result);
        var every = 1 + (all.Count / MostRows);
        var cycles = every == 1 ? all : [.. all.Where((_, i) => i % every == 0 || i == all.Count - 1)];
        var numbers = cycles.Select(c => (double)c.Number).ToArray();
        var figure = new PlotlyFigure { XTitle = "cycle", Height = 400, WholeSteps = cycles.Count <= 12 };
        figure.AddPanel("capacity<br>(mAh/cm\u00b2)", fromZero: true);
        var markers = cycles.Count <= 200;
        figure.AddLine("discharge", numbers, cycles.Select(c => c.Discharge / _result.Cell.Area / Numbers.PerArealCapacity), Palette.Blue, markers: markers);
        figure.AddLine("charge", numbers, cycles.Select(c => c.Charge > 0 ? c.Charge / _result.Cell.Area / Numbers.PerArealCapacity : double.NaN), Palette.Vermilion, "dot", markers: markers);
        var efficiencies = CoulombicEfficiency.Of(_result);
        if (efficiencies.Count > 0)
        {
            figure.AddPanel("coulombic efficiency<br>(%)")
                .AddLine("coulombic efficiency", numbers, cycles.Select(c => 100 * efficiencies.GetValueOrDefault(c.Number, double.NaN)), Palette.Green, markers: markers);
        }

        return figure;
    }

    private PlotlyFigure Voltage(double[] x, string title)
    {
        var figure = new PlotlyFigure { XTitle = title };
        figure.AddPanel("voltage (V)");
        if (!HasManyCycles)
        {
            figure.AddLine("open circuit", x, Column(_rows, _result.Series.OpenCircuitVoltage), Palette.Grey, "dash", 1.5);
        }

        return figure.AddLine("terminal", x, Column(_rows, _result.Series.Voltage), Palette.Blue, width: HasManyCycles ? 1 : 2);
    }

    /// <summary>Discharges and charges of a few cycles from the first to the last, each against the charge that it has passed.</summary>
    private PlotlyFigure VoltageOfSomeCycles()
    {
        var figure = new PlotlyFigure { XTitle = "charge passed since the turn of the current (mAh/cm\u00b2)", UnifiedHover = false };
        figure.AddPanel("voltage (V)");
        for (var n = 0; n < DrawnCycles; n++)
        {
            var cycle = _cycles[(int)Math.Round((_cycles.Count - 1.0) * n / (DrawnCycles - 1))];
            var (x, y) = TurnedCurve(RowsOf(cycle));
            figure.AddLine($"cycle {cycle.ToString(CultureInfo.InvariantCulture)}", x, y, Palette.Sequence(n / (DrawnCycles - 1.0)));
        }

        return figure;
    }

    /// <summary>Voltage against the charge passed since the current last changed its sign, with gaps at the turns.</summary>
    private (List<double> X, List<double> Y) TurnedCurve(int[] rows)
    {
        var series = _result.Series;
        var (x, y) = (new List<double>(), new List<double>());
        var (origin, sign) = (0.0, 0);
        foreach (var i in rows)
        {
            var now = Math.Sign(series.Current[i]);
            if (now != sign && now != 0)
            {
                (origin, sign) = (series.Capacity[i], now);
                x.Add(double.NaN);
                y.Add(double.NaN);
            }

            x.Add(Math.Abs(series.Capacity[i] - origin) / _result.Cell.Area / Numbers.PerArealCapacity);
            y.Add(series.Voltage[i]);
        }

        return (x, y);
    }

    private int[] RowsOf(int cycle)
    {
        var rows = Enumerable.Range(0, _result.Series.Count).Where(i => _result.Series.Cycle[i] == cycle).ToArray();
        var every = (rows.Length / (MostRows / DrawnCycles)) + 1;
        return [.. rows.Where((_, i) => i % every == 0 || i == rows.Length - 1)];
    }

    private double[] Times(int[] rows) => [.. Column(rows, _result.Series.Time).Select(t => t / _time.Factor)];

    private (double[] Times, string Title) TimesInCycle(int[] rows)
    {
        var time = _result.Series.Time;
        var start = rows.Length > 0 ? time[rows[0]] : 0;
        var (factor, unit) = Numbers.TimeUnit(rows.Length > 0 ? time[rows[^1]] - start : 0);
        return ([.. rows.Select(i => (time[i] - start) / factor)], $"time since the start of the cycle ({unit})");
    }

    private double[] Capacities(int[] rows) =>
        [.. Column(rows, _result.Series.Capacity).Select(q => q / _result.Cell.Area / Numbers.PerArealCapacity)];

    private static IEnumerable<double> Column(int[] rows, IReadOnlyList<double> values) => rows.Select(i => values[i]);
}

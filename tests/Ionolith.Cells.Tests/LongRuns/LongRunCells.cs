using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Small cells that age, and runs of many of their cycles.</summary>
internal static class LongRunCells
{
    public const string Cycles = "Repeat 300 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V";

    public static ParabolicGrowth Growth { get; } = new() { RateConstant = 5e-21, Conductivity = 1e-5, VolumePerLithium = 2e-5, InitialThickness = 1e-9 };

    /// <summary>Li | conductor | host with a sloped potential.</summary>
    public static CellDescription Lithium(AgeingMechanism[] anode, params AgeingMechanism[] host)
    {
        CellDescription cell = SimpleCells.Composite(FormulaFunction.Polynomial(4, -1), 5, 1e-14, new() { ElectrodeVolumes = 4, Shells = 4 }, x: 0.2);
        return cell with
        {
            Layers = [.. cell.Layers.Select(l => l switch
            {
                LithiumMetal metal => metal with { Ageing = anode },
                PorousElectrode electrode => electrode with { ActivePhases = [.. electrode.ActivePhases.Select(p => p with { Ageing = host })] },
                _ => l,
            })],
        };
    }

    /// <summary>The cell with mechanisms on its lithium electrodes.</summary>
    public static CellDescription With(CellDescription cell, params AgeingMechanism[] mechanisms) =>
        cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal metal ? metal with { Ageing = mechanisms } : l)] };

    /// <summary>Graphite | salt | LCO whose graphite ages.</summary>
    public static CellDescription Graphite(params AgeingMechanism[] mechanisms)
    {
        CellDescription cell = ReferenceCells.Marquis(new() { ElectrodeVolumes = 4, SeparatorVolumes = 3, Shells = 4 });
        return cell with
        {
            Layers = [.. cell.Layers.Select((l, i) => l is PorousElectrode e && i == 0
                ? e with { ActivePhases = [.. e.ActivePhases.Select(p => p with { Ageing = mechanisms })] } : l)],
        };
    }

    public static Protocol Read(string text, params string[] until)
    {
        ParsedProtocol parsed = ProtocolParser.Parse(text.Split('\n'), new ProtocolFiles(""), until);
        return parsed.Protocol ?? throw new ArgumentException(string.Join('\n', parsed.Problems), nameof(text));
    }

    public static SimulationResult Run(CellDescription cell, Protocol protocol, bool accelerate, IRunJournal? journal = null, OutputRows rows = OutputRows.Summary, CancellationToken stop = default) =>
        new CellSimulation(cell, protocol, Options(accelerate, rows)).Run(null, journal, stop);

    public static SimulationOptions Options(bool accelerate, OutputRows rows = OutputRows.Summary) => new()
    {
        Rows = rows,
        Losses = rows != OutputRows.Summary,
        Profiles = rows == OutputRows.Every ? 12 : 0,
        Acceleration = accelerate ? new Acceleration() : null,
    };
}

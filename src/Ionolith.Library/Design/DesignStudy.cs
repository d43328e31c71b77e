using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;

namespace Ionolith.Library.Design;

/// <summary>Everything that is told of the design of a stack: figures, what dominates, what to change first, the way to a target.</summary>
public sealed record DesignStudy
{
    /// <summary>The stack.</summary>
    public required StackDesign Design { get; init; }

    /// <summary>The figure that the changes are judged by.</summary>
    public required DesignFigure Figure { get; init; }

    /// <summary>What a tenth more or less of each value does, the largest effect first.</summary>
    public required IReadOnlyList<SensitivityRow> Sensitivity { get; init; }

    /// <summary>What was wanted; null: nothing.</summary>
    public DesignTarget? Target { get; init; }

    /// <summary>What each value alone would have to be for the target; empty where none was wanted.</summary>
    public IReadOnlyList<TargetChange> Changes { get; init; } = [];

    /// <summary>The same cells in the conventional arrangement, for a bipolar stack; null otherwise.</summary>
    public StackDesign? Conventional { get; init; }

    /// <summary>The discharge of a bipolar stack whose cells differ; null for a conventional one.</summary>
    public SeriesResult? Series { get; init; }

    /// <summary>The figure as designed, SI.</summary>
    public double Base => Value(Design, Figure);

    /// <summary>Energy of a bipolar stack whose cells differ over that of equal cells, 1; NaN for a conventional one.</summary>
    public double SeriesShare => Series is { Steps: [var step, ..] } ? step.Energy / (Design.Discharge.Energy * Design.Cell.Area * Design.Construction.Cells) : double.NaN;

    /// <summary>Studies a stack.</summary>
    /// <param name="idOrPath">Library id, alias or file of the cell.</param>
    /// <param name="overrides">Values that replace those of the file.</param>
    /// <param name="cell">The cell as loaded with them.</param>
    /// <param name="options">Rates and threads.</param>
    /// <param name="target">What is wanted; null: nothing.</param>
    /// <param name="cancellation">Stops the simulations.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentException">A material has no density, the cell delivers nothing at the rate of the design, or it delivers no energy, as a symmetric cell of two lithium electrodes.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DesignStudy Of(
        string idOrPath, IReadOnlyList<PathOverride> overrides, CellDescription cell, DesignOptions options, DesignTarget? target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        PropertyCache cache = new();
        var construction = CellLibrary.ConstructionOf(cell);
        var slow = StackDesign.OfEnergy(cell, construction, options, cache, cancellation).Discharge;
        if (!(slow.Capacity > 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"'{cell.Id}' delivers nothing at {slow.Rate:G4}C: {(slow.EndedBy.Length > 0 ? slow.EndedBy : "no discharge began")}. Take a lower --rate."), nameof(cell));
        }

        if (!(slow.Energy > 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"'{cell.Id}' delivers no energy: its discharge has a mean voltage of {slow.MeanVoltage:G4} V. There is no stack to design of a cell that is no battery."), nameof(cell));
        }

        var design = StackDesign.Of(cell, construction, options, cache, cancellation);
        var figure = target?.Figure ?? DesignFigure.SpecificEnergy;
        var parameters = DesignParameters.Of(idOrPath, overrides, cell, construction);
        var study = new SensitivityStudy(parameters, options, cache);
        double here = Value(design, figure);
        bool isBipolar = construction.Arrangement == StackArrangement.Bipolar;
        return new DesignStudy
        {
            Design = design,
            Figure = figure,
            Sensitivity = study.Vary(figure, here, cancellation: cancellation),
            Target = target,
            Changes = target is not null && here < target.Value ? study.Reach(target, here, cancellation) : [],
            Conventional = isBipolar
                ? StackDesign.Of(cell, construction with { Arrangement = StackArrangement.Conventional }, options with { RagoneRates = [] }, cache, cancellation)
                : null,
            Series = isBipolar ? RunSeries(cell, construction, options.Rate, cache, cancellation) : null,
        };
    }

    private static double Value(StackDesign design, DesignFigure figure) => figure switch
    {
        DesignFigure.SpecificEnergy => design.StackLevel.SpecificEnergy,
        DesignFigure.EnergyDensity => design.StackLevel.EnergyDensity,
        _ => design.StackLevel.SpecificPower,
    };

    private static SeriesResult RunSeries(CellDescription cell, StackConstruction construction, double rate, PropertyCache cache, CancellationToken cancellation)
    {
        CellDescription[] cells = [.. SeriesStackSimulation.Spread(cell, construction.Cells, construction.Spread)
            .Select(c => LithiumExchange.Move(c, LithiumExchange.ToFull(c)))];
        ProtocolStep step = new()
        {
            Text = "Discharge",
            Control = new Control(ControlKind.CRate, rate),
            Direction = StepDirection.Discharge,
            Limits = [new Limit(LimitKind.Voltage, LimitSense.Below, cell.LowerCutoffVoltage, FormattableString.Invariant($"{cell.LowerCutoffVoltage} V in a cell"))],
        };
        return new SeriesStackSimulation(cells, DesignRuns.Accuracy, cache).Run(new Protocol([new Cycle([step])], []), cancellation);
    }
}

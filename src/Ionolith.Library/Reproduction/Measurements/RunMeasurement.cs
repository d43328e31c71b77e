using Ionolith.Cells.Protocols;
using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Library.Reproduction.RunFigures;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>A figure of a cell's run: "{run: CELL, protocol: [...], figure: discharge-capacity, per: active-mass}".</summary>
/// <param name="Cell">The cell, with the values that are replaced.</param>
/// <param name="Protocol">What is run; one step a string.</param>
/// <param name="Figure">Which figure is taken.</param>
/// <param name="Basis">On what it is based.</param>
internal sealed record RunMeasurement(MeasuredSubject Cell, CellProtocol Protocol, RunFigure Figure, FigureBasis Basis) : IMeasurement
{
    public static readonly MeasurementForm Form = new("run", Read);

    public QuantityKind Kind => Figure.Kind(Basis);

    public string Text => $"{Figure.Name}{Basis} of {Cell.Name}{(Cell.Settings.Count == 0 ? "" : $" with {string.Join(", ", Cell.Settings)}")}: {Protocol}";

    public IReadOnlyList<IMeasurement> Parts => [];

    public MeasuredSubject? Subject => Cell;

    public Measured Measure(Laboratory laboratory)
    {
        var run = laboratory.Run(Cell, Protocol, Figure.OfShortRuns);
        double value = Figure.Of(run, Basis);
        return double.IsFinite(value) ? new Measured(value, Figure.Detail(run)) : throw new MeasurementException($"the {Figure.Name} of {Cell.Name} is no number");
    }

    private static RunMeasurement? Read(MappingReader reader)
    {
        var cell = SubjectReader.Cell(reader, "run");
        var protocol = ReadProtocol(reader);
        string[] names = [.. KnownFigures.All.Select(f => f.Name)];
        if (!reader.Has("figure"))
        {
            reader.ReportMissing("figure", $"{string.Join(", ", names[..^1])} or {names[^1]}");
        }

        string name = reader.Choice("figure", names);
        var figure = KnownFigures.All.First(f => string.Equals(f.Name, name, StringComparison.Ordinal));
        var basis = new FigureBasis(
            reader.Choice("per", figure.DefaultPer, "area", "active-mass") is "active-mass", reader.OptionalText("electrode") ?? "", reader.OptionalText("of") ?? "");
        if (figure.NeedsHost && !reader.Has("of"))
        {
            reader.ReportMissing("of", "the active material whose share is asked for, such as of: tis2");
        }

        return cell is null || protocol is null ? null : new RunMeasurement(cell, protocol, figure, basis);
    }

    private static CellProtocol? ReadProtocol(MappingReader reader)
    {
        if (!reader.Has("protocol"))
        {
            reader.ReportMissing("protocol", "a list of steps, such as protocol: [Discharge at 1C until lower cutoff]");
            return null;
        }

        var items = reader.List("protocol").OfType<ScalarNode>().ToList();
        var protocol = new CellProtocol([.. items.Select(i => i.Text)], Path.GetDirectoryName(reader.Location.File) ?? "");
        var problems = protocol.Problems();
        foreach (var problem in problems)
        {
            string number = problem.Source[(problem.Source.LastIndexOf(' ') + 1)..];
            int item = int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out int given) ? Math.Clamp(given, 1, Math.Max(1, items.Count)) : 1;
            string where = problem.Text.Length == 0 ? "" : $" (in \"{problem.Text}\")";
            reader.Context.Report(items.Count > 0 ? items[item - 1].Location : reader.Location, reader.PathOf("protocol"), problem.Message + where);
        }

        return problems.Count == 0 ? protocol : null;
    }
}

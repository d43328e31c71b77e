namespace Ionolith.Cells.Protocols;

/// <summary>Reads a temperature as protocols write it.</summary>
public static class ProtocolTemperature
{
    /// <summary>Reads "60 degC" or "333.15 K".</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What the text is, for messages ("--temperature").</param>
    /// <param name="kelvin">The temperature, K; NaN after a mistake.</param>
    /// <returns>The mistakes; empty when there is none.</returns>
    public static IReadOnlyList<ProtocolProblem> Read(string text, string source, out double kelvin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList();
        var scanner = new Scanner(new SourceText(source, 0, text), 0, text.Length, problems);
        kelvin = double.NaN;
        if (scanner.ReadQuantity("a temperature such as 60 degC or 333 K") is { } quantity)
        {
            if (quantity.Measure != Measure.Temperature)
            {
                scanner.Fail(0, $"expected a temperature such as 60 degC or 333 K, found a {ProtocolUnits.Describe(quantity.Measure).Name}");
            }
            else if (quantity.Value <= 0)
            {
                scanner.Fail(0, "a temperature at or below absolute zero: it must be above 0 K");
            }
            else if (!scanner.AtEnd)
            {
                scanner.Fail(scanner.Position, $"unexpected '{scanner.TakeUnknown()}' after the temperature");
            }
            else
            {
                kelvin = quantity.Value;
            }
        }

        return problems.All;
    }
}

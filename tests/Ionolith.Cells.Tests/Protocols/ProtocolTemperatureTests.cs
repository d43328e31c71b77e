using Ionolith.Cells.Protocols;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

public class ProtocolTemperatureTests
{
    [Theory]
    [InlineData("60 degC", 333.15)]
    [InlineData("333.15K", 333.15)]
    [InlineData("25 oC", 298.15)]
    [InlineData("-10 \u00b0C", 263.15)]
    public void A_temperature_is_read_in_kelvin(string text, double kelvin)
    {
        Assert.Empty(ProtocolTemperature.Read(text, "--temperature", out var value));
        Assert.Equal(kelvin, value, 1e-12);
    }

    [Theory]
    [InlineData("60", "missing unit")]
    [InlineData("60 V", "found a voltage")]
    [InlineData("-300 degC", "absolute zero")]
    [InlineData("60 degC now", "unexpected 'now'")]
    [InlineData("warm", "found 'warm'")]
    public void A_mistake_is_told(string text, string message)
    {
        var problem = Assert.Single(ProtocolTemperature.Read(text, "--temperature", out var value));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("--temperature, column ", problem.Where, StringComparison.Ordinal);
        Assert.True(double.IsNaN(value));
    }
}

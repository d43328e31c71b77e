using Ionolith.Cells.LongRuns;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

public sealed class AccelerationCheckTests
{
    [Theory]
    [InlineData("Repeat 9 times: Discharge at 1C until 3 V; Charge at 1C until 4 V", "no cycle of the protocol is repeated 10 times")]
    [InlineData("Discharge at 1C until 3 V\nCharge at 1C until 4 V", "no cycle of the protocol is repeated 10 times")]
    [InlineData("Repeat 100 times: Rest for 1 d", "no cycle that is repeated 10 times discharges")]
    [InlineData("Discharge at 1C until 3 V\nRepeat 100 times: Charge at 1C for 1 min; Rest for 1 h", "no cycle that is repeated 10 times discharges")]
    [InlineData("Repeat 100 times: Discharge at 1C under 100 mW/cm2 until 3 V; Charge at 1C until 4 V", "light is counted step by step")]
    [InlineData("Repeat 10 times: Discharge at 1C until 3 V; Charge at 1C until 4 V", null)]
    [InlineData("Repeat 100 times: Charge at 1C until 4 V; Hold at 3 V until C/20", null)]
    [InlineData("Repeat 100 times: Charge at 1C until 4 V; Discharge at 20 mW until 3 V", null)]
    public void What_in_a_protocol_stands_against_extrapolation_is_known_before_the_run(string protocol, string? obstacle) =>
        Assert.Equal(obstacle, AccelerationCheck.Obstacle(LongRunCells.Read(protocol)));
}

using System.Globalization;
using Ionolith.Materials.Laws;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Polymers;

/// <summary>The VTF law against the collection of measured conductivities that its parameters come from.</summary>
public sealed class PeoLiTfsiTests
{
    public static TheoryData<double, double, double, double, double, double> Rows
    {
        get
        {
            var data = new TheoryData<double, double, double, double, double, double>();
            using var reader = new StreamReader(typeof(PeoLiTfsiTests).Assembly.GetManifestResourceStream("PeoLiTfsi.csv")!);
            foreach (string line in reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && char.IsAsciiDigit(l[0])))
            {
                double[] v = [.. line.Split(',').Select(t => t.Length == 0 ? double.NaN : double.Parse(t, CultureInfo.InvariantCulture))];
                data.Add(v[0], v[1], v[2], v[3], v[4], v[5]);
            }

            return data;
        }
    }

    [Fact]
    public void There_are_15_ratios_of_salt() => Assert.Equal(15, Rows.Count);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Vtf_reproduces_the_measured_conductivity_at_60_and_90_degC(double ratio, double a, double b, double vanishing, double at60, double at90)
    {
        var law = new VtfFunction(100 * a, b, vanishing);
        string what = string.Create(CultureInfo.InvariantCulture, $"Li:EO = {ratio}");

        if (!double.IsNaN(at60))
        {
            Tolerance.Relative(100 * at60, law.Evaluate(0, 333.15).Value, 0.07, what);
        }

        Tolerance.Relative(100 * at90, law.Evaluate(0, 363.15).Value, 0.07, what);
    }
}

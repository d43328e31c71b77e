using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Stack;

/// <summary>Checks an electrolyte's properties at the cell's temperature and over the concentrations that a run may meet.</summary>
internal static class ElectrolyteValidation
{
    private const int Samples = 20;

    public static void Validate(string path, Electrolyte electrolyte, double temperature, ProblemList problems)
    {
        if (electrolyte.Salt is not { } salt)
        {
            if (electrolyte.Conductivity.DependsOnComposition)
            {
                problems.Error(path + ".conductivity", "depends on a salt concentration but the electrolyte has no salt");
                return;
            }

            problems.Positive(path + ".conductivity", electrolyte.Conductivity.Evaluate(0, temperature).Value, "S/m");
            return;
        }

        double start = salt.InitialConcentration;
        problems.Positive(path + ".salt.initial-concentration", start, "mol/m3");
        if (!(start > 0) || !double.IsFinite(start))
        {
            return;
        }

        Require(path + ".conductivity", electrolyte.Conductivity, v => v > 0, "must be positive", " S/m");
        Require(path + ".salt.diffusivity", salt.Diffusivity, v => v > 0, "must be positive", " m2/s");
        Require(path + ".salt.transference-number", salt.TransferenceNumber, v => v is > -2 and <= 1, "must be above -2 and at most 1", "");
        Require(path + ".salt.thermodynamic-factor", salt.ThermodynamicFactor, v => v > 0, "must be positive", "");

        // An error where the cell starts; only a warning elsewhere, because a run may never go there.
        void Require(string where, IPropertyFunction function, Func<double, bool> allowed, string rule, string unit)
        {
            string? Problem(double c)
            {
                double value = function.Evaluate(c, temperature).Value;
                string at = $"at {ProblemList.Text(c)} mol/m3 and {ProblemList.Text(temperature)} K";
                return !double.IsFinite(value) ? $"is not defined {at}"
                    : allowed(value) ? null
                    : $"{rule} but is {ProblemList.Text(value)}{unit} {at}";
            }

            if (Problem(start) is { } error)
            {
                problems.Error(where, error);
                return;
            }

            var elsewhere = Enumerable.Range(1, Samples).Select(i => Problem(2 * start * i / Samples)).FirstOrDefault(p => p is not null);
            if (elsewhere is not null)
            {
                problems.Warn(where, $"{elsewhere}; state its valid range, and whether it holds outside");
            }
        }
    }
}

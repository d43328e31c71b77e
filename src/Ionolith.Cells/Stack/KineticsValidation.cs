using Ionolith.Cells.Model.Kinetics;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Cells.Stack;

/// <summary>Checks the kinetics of an interface.</summary>
internal static class KineticsValidation
{
    public static void Validate(
        string path,
        InterfaceKinetics kinetics,
        Electrolyte? electrolyte,
        (double Lower, double Upper) window,
        double temperature,
        ProblemList problems)
    {
        var exchange = kinetics.ExchangeCurrent;
        if (!KineticsLaws.Ids.Contains(kinetics.Law, StringComparer.Ordinal))
        {
            problems.Error(path + ".law", $"\"{kinetics.Law}\" is no kinetics law; {Names.Advice(kinetics.Law, KineticsLaws.Ids)}");
        }

        if (!(kinetics.AnodicTransferCoefficient is > 0 and < 1))
        {
            problems.Error(
                path + ".anodic-transfer-coefficient",
                $"must be above 0 and below 1 but is {ProblemList.Text(kinetics.AnodicTransferCoefficient)}");
        }

        problems.Positive(path + ".reorganisation-energy", kinetics.ReorganisationEnergy, "J/mol");
        problems.NotNegative(path + ".film-resistance", kinetics.FilmResistance, "ohm m2");
        ValidateFilmLaw(path + ".film-resistance", kinetics.FilmLaw, temperature, problems);
        problems.NotNegative(path + ".film-activation-energy", kinetics.FilmActivationEnergy, "J/mol");
        problems.NotNegative(path + ".double-layer-capacitance", kinetics.DoubleLayerCapacitance, "F/m2");
        problems.Positive(path + ".exchange-current.reference-concentration", exchange.ReferenceConcentration, "mol/m3");
        problems.NotNegative(path + ".exchange-current.electrolyte-exponent", exchange.ElectrolyteExponent, "");
        problems.NotNegative(path + ".exchange-current.stoichiometry-exponent", exchange.StoichiometryExponent, "");
        problems.NotNegative(path + ".exchange-current.vacancy-exponent", exchange.VacancyExponent, "");
        if (electrolyte is { Salt: null } && exchange.ElectrolyteExponent != 0)
        {
            problems.Error(
                path + ".exchange-current.electrolyte-exponent",
                $"must be 0 against the single-ion conductor \"{electrolyte.Id}\", which has no salt concentration, "
                + $"but is {ProblemList.Text(exchange.ElectrolyteExponent)}");
        }

        foreach (double x in new[] { window.Lower, (window.Lower + window.Upper) / 2, window.Upper })
        {
            double value = exchange.Reference.Evaluate(x, temperature).Value;
            bool end = x == window.Lower || x == window.Upper;

            // At the ends of the window a law may vanish, in between it must not.
            if (!double.IsFinite(value) || value < 0 || (value == 0 && (!end || window.Lower == window.Upper)))
            {
                problems.Error(
                    path + ".exchange-current",
                    $"must be positive but is {ProblemList.Text(value)} A/m2 at stoichiometry {ProblemList.Text(x)} and {ProblemList.Text(temperature)} K");
                break;
            }
        }
    }

    private static void ValidateFilmLaw(string path, IPropertyFunction? law, double temperature, ProblemList problems)
    {
        if (law is null)
        {
            return;
        }

        if (law.DependsOnComposition)
        {
            problems.Error(path, "depends on a concentration or stoichiometry; the resistance of a film may depend on temperature alone");
            return;
        }

        double value = law.Evaluate(0, temperature).Value;
        if (!(value >= 0) || !double.IsFinite(value))
        {
            problems.Error(path, $"must not be negative but is {ProblemList.Text(value)} ohm m2 at {ProblemList.Text(temperature)} K");
        }
    }
}

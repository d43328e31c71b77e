using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Reads the kinetics of an interface.</summary>
internal static class KineticsReader
{
    private static readonly InterfaceKinetics Defaults = new() { ExchangeCurrent = new ExchangeCurrent { Reference = Unknown } };

    private static ConstantFunction Unknown => new(double.NaN);

    public static InterfaceKinetics Read(MappingReader owner)
    {
        if (owner.Section("kinetics") is not { } reader)
        {
            if (!owner.Has("kinetics"))
            {
                owner.ReportMissing("kinetics", "the kinetics of the interface, such as kinetics: {exchange-current: \"1 mA/cm2\"}");
            }

            return Defaults;
        }

        var film = FunctionReader.Optional(reader, "film-resistance", QuantityKinds.ArealResistance, "x");
        var filmLaw = film is ConstantFunction ? null : film;
        if (filmLaw is not null && reader.Has("film-activation-energy"))
        {
            reader.Report("film-activation-energy", "belongs to a film-resistance that is a value; a law has its own temperature dependence");
        }

        var kinetics = new InterfaceKinetics
        {
            Law = reader.OptionalText("law") ?? Defaults.Law,
            ExchangeCurrent = ReadExchangeCurrent(reader),
            AnodicTransferCoefficient = reader.OptionalQuantity("anodic-transfer-coefficient", QuantityKinds.Number) ?? Defaults.AnodicTransferCoefficient,
            ReorganisationEnergy = reader.OptionalQuantity("reorganisation-energy", QuantityKinds.MolarEnergy) ?? Defaults.ReorganisationEnergy,
            FilmResistance = (film as ConstantFunction)?.Value ?? 0,
            FilmLaw = filmLaw,
            FilmActivationEnergy = reader.OptionalQuantity("film-activation-energy", QuantityKinds.MolarEnergy) ?? 0,
            DoubleLayerCapacitance = reader.OptionalQuantity("double-layer-capacitance", QuantityKinds.ArealCapacitance) ?? 0,
        };
        reader.Finish();
        return kinetics;
    }

    /// <summary>A single function, or {reference: ..., electrolyte-exponent: 0.5, ...}.</summary>
    private static ExchangeCurrent ReadExchangeCurrent(MappingReader owner)
    {
        const string key = "exchange-current";
        if (owner.Know(key) is not MappingNode mapping || mapping.Find("reference") is null)
        {
            return new ExchangeCurrent { Reference = FunctionReader.Required(owner, key, QuantityKinds.CurrentDensity, "x") };
        }

        var reader = new MappingReader(mapping, owner.PathOf(key), owner.Context, owner.Source);
        var exchange = new ExchangeCurrent
        {
            Reference = FunctionReader.Required(reader, "reference", QuantityKinds.CurrentDensity, "x"),
            ReferenceConcentration = reader.OptionalQuantity("reference-concentration", QuantityKinds.Concentration) ?? 1000,
            ElectrolyteExponent = reader.OptionalQuantity("electrolyte-exponent", QuantityKinds.Number) ?? 0,
            StoichiometryExponent = reader.OptionalQuantity("stoichiometry-exponent", QuantityKinds.Number) ?? 0,
            VacancyExponent = reader.OptionalQuantity("vacancy-exponent", QuantityKinds.Number) ?? 0,
        };
        reader.Finish();
        return exchange;
    }
}

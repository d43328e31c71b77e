using Ionolith.Library.Files;
using Ionolith.Library.Writing;

namespace Ionolith.Library.Bpx;

/// <summary>Turns the particle fields of an electrode into an active material of a cell file.</summary>
internal sealed class BpxParticleReader(
    BpxConditions conditions, bool isNegative, bool isSaltFree, Action<FileLocation, string, string> warn)
{
    /// <summary>Reads one active material.</summary>
    /// <param name="section">The section with its fields.</param>
    /// <param name="id">Name that the material gets.</param>
    /// <returns>The material's tree and its volume fraction a R/3, 1.</returns>
    public (MappingNode Node, double Fraction) Read(BpxSection section, string id)
    {
        var place = section.Location;
        var radius = section.Number(BpxKeys.Radius);
        var surface = section.Number(BpxKeys.SurfaceArea);
        double fraction = (surface?.Value ?? double.NaN) * (radius?.Value ?? double.NaN) / 3;
        var material = ReadMaterial(section, id, out var initial);
        var node = BpxFunctionReader.Mapping(
            place,
            ("name", new ScalarNode(place, id)),
            ("material", material),
            ("volume-fraction", double.IsNaN(fraction) ? null : surface!.Value.With(fraction).In(SiUnit.Number)),
            ("radius", radius?.In(SiUnit.Length)),
            ("initial-stoichiometry", initial),
            ("kinetics", BpxFunctionReader.Mapping(place, ("exchange-current", ReadExchangeCurrent(section)))));
        return (node, double.IsNaN(fraction) ? 0 : fraction);
    }

    private MappingNode ReadMaterial(BpxSection section, string id, out ScalarNode? initial)
    {
        var place = section.Location;
        var minimum = section.Number(BpxKeys.MinimumStoichiometry);
        var maximum = section.Number(BpxKeys.MaximumStoichiometry);
        ScalarNode? window = null;
        initial = null;
        if (minimum is { } low && maximum is { } high)
        {
            window = new ScalarNode(low.Location, $"{SiUnit.Plain(low.Value)}..{SiUnit.Plain(high.Value)}");
            initial = low.With(Initial(low.Value, high.Value)).In(SiUnit.Number);
        }

        return BpxFunctionReader.Mapping(
            place,
            ("id", new ScalarNode(place, id)),
            ("kind", new ScalarNode(place, "active")),
            ("name", new ScalarNode(place, id)),
            ("maximum-concentration", section.Number(BpxKeys.MaximumConcentration)?.In(SiUnit.Concentration)),
            ("open-circuit-potential", ReadPotential(section)),
            ("entropic-coefficient", BpxFunctionReader.Optional(section, BpxKeys.EntropicCoefficient, SiUnit.EntropicCoefficient, "x")),
            ("reference-temperature", new ScalarNode(place, SiUnit.Temperature.Text(conditions.Reference))),
            ("diffusivity", BpxFunctionReader.Required(
                section, BpxKeys.Diffusivity, SiUnit.Diffusivity, "x", BpxFunctionReader.Arrhenius(section, BpxKeys.DiffusivityEnergy, conditions.Reference))),
            ("stoichiometry-window", window));
    }

    /// <summary>At state of charge 1 the negative electrode is at its maximum and the positive one at its minimum.</summary>
    private double Initial(double minimum, double maximum)
    {
        double share = isNegative ? conditions.StateOfCharge.Value : 1 - conditions.StateOfCharge.Value;
        return share == 1 ? maximum : minimum + (share * (maximum - minimum));
    }

    /// <summary>The one potential, or, where there are only the branches of a hysteresis, that of discharge.</summary>
    private FileNode? ReadPotential(BpxSection section)
    {
        const string Delithiation = "OCP (delithiation) [V]";
        const string Lithiation = "OCP (lithiation) [V]";
        section.Know("OCP hysteresis decay constant");
        var delithiation = BpxFunctionReader.Optional(section, Delithiation, SiUnit.Voltage, "x", hold: false);
        var lithiation = BpxFunctionReader.Optional(section, Lithiation, SiUnit.Voltage, "x", hold: false);
        string branch = isNegative ? Delithiation : Lithiation;
        var discharge = isNegative ? delithiation : lithiation;
        var place = section.Know(Delithiation)?.Location ?? section.Know(Lithiation)?.Location;
        if (place is { } at)
        {
            string used = section.Has(BpxKeys.Potential) || discharge is null ? BpxKeys.Potential : branch;
            warn(at, section.PathOf(branch), $"hysteresis is not modelled: \"{used}\" is used in both directions");
        }

        return !section.Has(BpxKeys.Potential) && discharge is not null
            ? discharge
            : BpxFunctionReader.Required(section, BpxKeys.Potential, SiUnit.Voltage, "x") is { } potential ? WithoutHold(potential) : null;
    }

    /// <summary>A potential must cover its window; it does not go on at the value of its end.</summary>
    private static FileNode WithoutHold(FileNode potential) => potential is MappingNode mapping
        ? mapping with { Entries = [.. mapping.Entries.Where(e => e.Key is not "outside")] }
        : potential;

    /// <summary>i0 = F K [c_e/c_e0 x (1 - x)]^1/2, with c_e0 the initial concentration.</summary>
    private MappingNode ReadExchangeCurrent(BpxSection section)
    {
        var place = section.Location;
        var constant = section.Number(BpxKeys.RateConstant);
        var law = BpxFunctionReader.Arrhenius(section, BpxKeys.RateConstantEnergy, conditions.Reference);
        var reference = constant is { } k
            ? BpxFunctionReader.Mapping(
                k.Location,
                ("expression", new ScalarNode(k.Location, $"F*{SiUnit.Plain(k.Value)}")),
                ("unit", new ScalarNode(k.Location, SiUnit.CurrentDensity.Symbol)),
                ("temperature", law))
            : null;
        var half = new ScalarNode(place, "0.5");
        return BpxFunctionReader.Mapping(
            place,
            ("reference", reference),
            ("reference-concentration", new ScalarNode(place, SiUnit.Concentration.Text(conditions.Concentration?.Value ?? 1000))),
            ("electrolyte-exponent", isSaltFree ? new ScalarNode(place, "0") : half),
            ("stoichiometry-exponent", half),
            ("vacancy-exponent", half));
    }
}

using Ionolith.Cells.Stack;
using Ionolith.Library.Tests.Reading;
using Ionolith.Materials.Laws;
using Xunit;

namespace Ionolith.Library.Tests.LawForms;

/// <summary>Cells whose properties are laws.</summary>
internal static class LawSamples
{
    /// <summary>Every law as a file states it, with the property that it gives.</summary>
    public static readonly IReadOnlyList<(string Property, string Law)> All =
    [
        ("conductivity", "{law: arrhenius, reference: 1 mS/cm, activation-energy: 0.3 eV, reference-temperature: 40 degC}"),
        ("conductivity", "{law: vtf, prefactor: 3.3 S/cm, b: 704 K, t0: 209.15 K}"),
        ("conductivity", "{law: vtf, reference: 1 mS/cm, reference-temperature: 60 degC, energy: 6 kJ/mol, t0: 209.15 K}"),
        ("conductivity", "{law: semi-crystalline, amorphous: {law: vtf, prefactor: 3.3 S/cm, b: 704 K, t0: 209.15 K}, crystallinity: 0.8, melting-temperature: 316.03 K, melting-width: 4.81 K, tortuosity-exponent: 1}"),
        ("conductivity", "{law: ion-pairs, dissociation-constant: 0.1 mol/L, dissociation-enthalpy: -5 kJ/mol, cation-diffusivity: 1e-12 m2/s, anion-diffusivity: {law: arrhenius, reference: 4e-12 m2/s, activation-energy: 30 kJ/mol}, sites: {hold: cation, concentration: 0.3 mol/L, binding-constant: 10 L/mol, binding-enthalpy: -10 kJ/mol}}"),
        ("transference-number", "{law: free-cation-share, dissociation-constant: 0.1 mol/L, cation-diffusivity: 1e-12 m2/s, anion-diffusivity: 4e-12 m2/s}"),
        ("conductivity", "{law: brick-layer, grain: {value: 0.5 mS/cm, temperature: {arrhenius: 0.34 eV}}, boundary: 1e-6 S/cm, film: 1e-8 S/cm, grain-size: 5 um, boundary-thickness: 10 nm, film-thickness: 2 nm, wetted-share: 0.3, relative-density: 0.9}"),
        ("conductivity", "{law: maxwell, matrix: {of: cpe-bnns}, filler: 0 S/cm, fraction: 10 %}"),
        ("conductivity", "{law: bruggeman, phases: {ceramic: {fraction: 0.4, phase: {of: li6ps5cl}}, polymer: {fraction: 0.5, phase: {of: cpe-bnns}}, pores: {fraction: 0.1, phase: 0 S/cm}}}"),
        ("conductivity", "{law: general-medium, good: 1 mS/cm, poor: 1e-6 S/cm, fraction: 0.3, threshold: 0.2, good-exponent: 1.8}"),
        ("conductivity", "{law: percolation, conductor: 100 S/m, fraction: 0.05, tube: {length: 1 um, diameter: 10 nm}}"),
        ("conductivity", "{law: shelled-filler, matrix: {of: cpe-bnns}, shell: {law: scaled, base: {of: cpe-bnns}, factor: 20}, core: 0 S/cm, fraction: 3 %, shape: platelet, radius: 500 nm, thickness: 3 nm, shell-thickness: 5 nm}"),
        ("conductivity", "{law: shelled-filler, matrix: 1e-5 S/cm, shell: 1e-4 S/cm, core: 0 S/cm, fraction: 5 %, shape: tube, radius: 25 nm, length: 1 um, shell-thickness: 5 nm}"),
        ("conductivity", "{law: shelled-filler, matrix: 1e-5 S/cm, shell: 1e-4 S/cm, core: 1e-6 S/cm, fraction: 5 %, shape: sphere, radius: 25 nm, shell-thickness: 5 nm}"),
        ("conductivity", "{law: porous-host, electrolyte: {of: lipf6-ec-dmc}, porosity: 0.5, exponent: 1.5}"),
        ("conductivity", "{law: co-continuous, first: {of: li6ps5cl}, second: {of: cpe-bnns}, fraction: 0.4}"),
        ("conductivity", "{law: oriented-channels, orientation: 0.8, phases: {channel: {fraction: 0.2, phase: 1 mS/cm}, wall: {fraction: 0.8, phase: 1e-6 S/cm}}}"),
        ("conductivity", "{law: series-layers, layers: {outer: {thickness: 10 um, layer: 1 mS/cm}, inner: {thickness: 20 um, layer: {of: cpe-bnns}}}}"),
        ("conductivity", "{law: scaled, base: {law: arrhenius, reference: 1 mS/cm, activation-energy: 0.3 eV}, factor: 0.5, valid: 10..5000 mol/m3, outside: hold}"),
        ("open-circuit-potential", "{law: lattice-gas, binding-energy: 3.4 eV, interaction: 0.2 V}"),
        ("film-resistance", "{law: space-charge, conductivity: {of: li6ps5cl}, relative-permittivity: 10, carrier-concentration: 40 mol/L, potential-step: 0.3 V, dipole-layer: {polarisation: 1 uC/cm2, thickness: 2 nm, relative-permittivity: 10, alignment: 0.3}}"),
        ("film-resistance", "{law: surface-hopping, concentration: 10 mol/L, jump-length: 3 angstrom, attempt-frequency: 500 GHz, barrier: 0.4 eV}"),
    ];

    /// <summary>The sample cell with one property of a polymer, of the host or of its surface replaced.</summary>
    public static string Text(string property, string law) => property switch
    {
        "open-circuit-potential" => SampleFile.Text.Replace("material: lfp", $"material: lfp\n        override: {{open-circuit-potential: {law}}}", StringComparison.Ordinal),
        "film-resistance" => SampleFile.Text.Replace("{exchange-current: 2 A/m2}", $"{{exchange-current: 2 A/m2, film-resistance: {law}}}", StringComparison.Ordinal),
        "transference-number" => SampleFile.Text.Replace("    material: limocl4", $"    material: cpe-bnns\n    override: {{salt: {{transference-number: {law}}}}}", StringComparison.Ordinal),
        _ => SampleFile.Text.Replace("    material: limocl4", $"    material: cpe-bnns\n    override: {{conductivity: {law}}}", StringComparison.Ordinal),
    };

    public static CellDescription Cell(string property, string law) => CellLibrary.ReadCell(SampleFile.Name, Text(property, law)).Require();

    public static IPropertyFunction Function(CellDescription cell, string property)
    {
        var phase = cell.Cathode().ActivePhases[0];
        var function = property switch
        {
            "open-circuit-potential" => phase.Material.OpenCircuitPotential,
            "film-resistance" => phase.Kinetics.FilmLaw,
            "transference-number" => cell.Separator().Electrolyte.Salt?.TransferenceNumber,
            _ => cell.Separator().Electrolyte.Conductivity,
        };
        return function ?? throw new InvalidOperationException($"The sample cell has no {property}.");
    }

    /// <summary>Value and slopes at compositions and temperatures that every law of the samples covers.</summary>
    public static IReadOnlyList<PropertyValue> Values(IPropertyFunction function, string property)
    {
        double[] at = property is "open-circuit-potential" ? [0.1, 0.5, 0.9] : [100, 1000, 2500];
        return [.. at.SelectMany(c => new[] { 280.0, 320, 350 }.Select(t => function.Evaluate(c, t)))];
    }
}

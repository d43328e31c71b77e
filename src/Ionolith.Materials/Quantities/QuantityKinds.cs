namespace Ionolith.Materials.Quantities;

/// <summary>The kinds of quantity of this field.</summary>
public static class QuantityKinds
{
    private static readonly Dimension Metre = new(Length: 1);
    private static readonly Dimension Kilogram = new(Mass: 1);
    private static readonly Dimension Second = new(Time: 1);
    private static readonly Dimension Ampere = new(Current: 1);
    private static readonly Dimension Kelvin = new(Temperature: 1);
    private static readonly Dimension Mole = new(Amount: 1);
    private static readonly Dimension Volt = new(Length: 2, Mass: 1, Time: -3, Current: -1);
    private static readonly Dimension Area2 = Metre.Power(2);
    private static readonly Dimension Joule = Volt * Ampere * Second;

    /// <summary>A pure number, also in per cent; SI 1.</summary>
    public static QuantityKind Number { get; } = new("a number without unit", Dimension.None, "0.65", "1");

    /// <summary>A share, told in per cent; SI 1.</summary>
    public static QuantityKind Share { get; } = new("a share", Dimension.None, "65 %", "%");

    /// <summary>Length; SI m.</summary>
    public static QuantityKind Length { get; } = new("a length", Metre, "30 um", "um");

    /// <summary>Area; SI m2.</summary>
    public static QuantityKind Area { get; } = new("an area", Area2, "1 cm2", "cm2");

    /// <summary>Duration; SI s.</summary>
    public static QuantityKind Time { get; } = new("a time", Second, "45 min", "s");

    /// <summary>Mass; SI kg.</summary>
    public static QuantityKind Mass { get; } = new("a mass", Kilogram, "10 mg", "mg");

    /// <summary>Absolute temperature; SI K.</summary>
    public static QuantityKind Temperature { get; } = new("a temperature", Kelvin, "60 degC", "degC");

    /// <summary>Temperature difference or parameter in kelvin; SI K.</summary>
    public static QuantityKind Kelvins { get; } = new("a temperature in kelvin", Kelvin, "704 K", "K");

    /// <summary>Electric potential; SI V.</summary>
    public static QuantityKind Voltage { get; } = new("a voltage", Volt, "2.5 V", "V");

    /// <summary>Current; SI A.</summary>
    public static QuantityKind Current { get; } = new("a current", Ampere, "5 mA", "mA");

    /// <summary>Current per area; SI A/m2.</summary>
    public static QuantityKind CurrentDensity { get; } = new("a current density", Ampere / Area2, "1.5 mA/cm2", "mA/cm2");

    /// <summary>C-rate; SI 1/s, so that 1C is 1/3600 s.</summary>
    public static QuantityKind CRate { get; } = new("a C-rate", Second.Power(-1), "C/20", "C");

    /// <summary>Power; SI W.</summary>
    public static QuantityKind Power { get; } = new("a power", Volt * Ampere, "2 mW", "mW");

    /// <summary>Energy; SI J.</summary>
    public static QuantityKind Energy { get; } = new("an energy", Joule, "10 Wh", "Wh");

    /// <summary>Electric charge; SI C.</summary>
    public static QuantityKind Charge { get; } = new("a charge", Ampere * Second, "24 Ah", "mAh");

    /// <summary>Charge per area; SI C/m2.</summary>
    public static QuantityKind ArealCapacity { get; } = new("an areal capacity", Ampere * Second / Area2, "1.5 mAh/cm2", "mAh/cm2");

    /// <summary>Charge per mass; SI C/kg.</summary>
    public static QuantityKind SpecificCapacity { get; } = new("a specific capacity", Ampere * Second / Kilogram, "162.5 mAh/g", "mAh/g");

    /// <summary>Resistance; SI ohm.</summary>
    public static QuantityKind Resistance { get; } = new("a resistance", Volt / Ampere, "5 ohm", "ohm");

    /// <summary>Area-specific resistance; SI ohm m2.</summary>
    public static QuantityKind ArealResistance { get; } = new("an area-specific resistance", Volt / Ampere * Area2, "25 ohm cm2", "ohm cm2");

    /// <summary>Ionic or electronic conductivity; SI S/m.</summary>
    public static QuantityKind Conductivity { get; } = new("a conductivity", Ampere / Volt / Metre, "10.4 mS/cm", "mS/cm");

    /// <summary>Diffusivity; SI m2/s.</summary>
    public static QuantityKind Diffusivity { get; } = new("a diffusivity", Area2 / Second, "1e-14 m2/s", "m2/s");

    /// <summary>Mass density; SI kg/m3.</summary>
    public static QuantityKind Density { get; } = new("a density", Kilogram / Metre.Power(3), "5.1 g/cm3", "g/cm3");

    /// <summary>Amount concentration; SI mol/m3.</summary>
    public static QuantityKind Concentration { get; } = new("a concentration", Mole / Metre.Power(3), "1 mol/L", "mol/L");

    /// <summary>Molar volume; SI m3/mol.</summary>
    public static QuantityKind MolarVolume { get; } = new("a molar volume", Metre.Power(3) / Mole, "13 cm3/mol", "cm3/mol");

    /// <summary>Molar energy, written in J/mol or in eV per particle; SI J/mol.</summary>
    public static QuantityKind MolarEnergy { get; } = new("an activation energy", Joule / Mole, "40 kJ/mol", "kJ/mol");

    /// <summary>Entropic coefficient; SI V/K.</summary>
    public static QuantityKind EntropicCoefficient { get; } = new("an entropic coefficient", Volt / Kelvin, "0.25 mV/K", "mV/K");

    /// <summary>Capacitance per area; SI F/m2.</summary>
    public static QuantityKind ArealCapacitance { get; } = new("an area-specific capacitance", Ampere * Second / Volt / Area2, "20 F/m2", "F/m2");

    /// <summary>Mass per area; SI kg/m2.</summary>
    public static QuantityKind Loading { get; } = new("a loading", Kilogram / Area2, "10 mg/cm2", "mg/cm2");

    /// <summary>Pressure; SI Pa.</summary>
    public static QuantityKind Pressure { get; } = new("a pressure", Kilogram / Metre / Second.Power(2), "0.5 MPa", "MPa");

    /// <summary>Heat transfer coefficient; SI W/(m2 K).</summary>
    public static QuantityKind HeatTransfer { get; } = new("a heat transfer coefficient", Volt * Ampere / Area2 / Kelvin, "10 W/m2/K", "W/m2/K");

    /// <summary>Heat capacity per area; SI J/(m2 K).</summary>
    public static QuantityKind ArealHeatCapacity { get; } = new("an area-specific heat capacity", Joule / Area2 / Kelvin, "500 J/m2/K", "J/m2/K");

    /// <summary>Energy per mass; SI J/kg.</summary>
    public static QuantityKind SpecificEnergy { get; } = new("a specific energy", Joule / Kilogram, "350 Wh/kg", "Wh/kg");

    /// <summary>Energy per volume; SI J/m3.</summary>
    public static QuantityKind EnergyDensity { get; } = new("an energy density", Joule / Metre.Power(3), "800 Wh/L", "Wh/L");

    /// <summary>Power per mass; SI W/kg.</summary>
    public static QuantityKind SpecificPower { get; } = new("a specific power", Volt * Ampere / Kilogram, "6700 W/kg", "W/kg");

    /// <summary>Energy per area; SI J/m2.</summary>
    public static QuantityKind ArealEnergy { get; } = new("an areal energy", Joule / Area2, "5 mWh/cm2", "mWh/cm2");

    /// <summary>Equilibrium constant of binding; SI m3/mol.</summary>
    public static QuantityKind BindingConstant { get; } = new("a binding constant", Metre.Power(3) / Mole, "2 L/mol", "L/mol");

    /// <summary>Frequency; SI 1/s.</summary>
    public static QuantityKind Frequency { get; } = new("a frequency", Second.Power(-1), "5 GHz", "GHz");

    /// <summary>Electric polarisation; SI C/m2.</summary>
    public static QuantityKind Polarisation { get; } = new("a polarisation", Ampere * Second / Area2, "0.5 uC/cm2", "uC/cm2");

    /// <summary>Conductance per area; SI S/m2.</summary>
    public static QuantityKind ArealConductance { get; } = new("an area-specific conductance", Ampere / Volt / Area2, "0.1 S/cm2", "S/cm2");

    /// <summary>Rate at which a layer grows; SI m/s.</summary>
    public static QuantityKind GrowthRate { get; } = new("a rate of growth", Metre / Second, "0.1 nm/h", "nm/h");

    /// <summary>Amount of substance per area; SI mol/m2.</summary>
    public static QuantityKind ArealAmount { get; } = new("an amount per area", Mole / Area2, "1 umol/cm2", "umol/cm2");

    /// <summary>Absorption coefficient of light; SI 1/m.</summary>
    public static QuantityKind AbsorptionCoefficient { get; } = new("an absorption coefficient", Metre.Power(-1), "1e4 1/cm", "1/cm");

    /// <summary>Pressure for each length by which a stack grows in its frame; SI Pa/m.</summary>
    public static QuantityKind Stiffness { get; } = new("a stiffness", Kilogram / Area2 / Second.Power(2), "0.2 MPa/um", "MPa/um");

    /// <summary>All kinds; the first one of a dimension gives its name in messages.</summary>
    public static IReadOnlyList<QuantityKind> All { get; } =
    [
        Number, Share, Length, Area, Time, Mass, Temperature, Kelvins, Voltage, Current, CurrentDensity, CRate, Power, Energy, Charge,
        ArealCapacity, SpecificCapacity, Resistance, ArealResistance, Conductivity, Diffusivity, Density, Concentration, MolarVolume,
        MolarEnergy, EntropicCoefficient, ArealCapacitance, Loading, Pressure, HeatTransfer, ArealHeatCapacity,
        SpecificEnergy, EnergyDensity, SpecificPower, ArealEnergy, BindingConstant, Frequency, Polarisation, ArealConductance,
        GrowthRate, ArealAmount, AbsorptionCoefficient, Stiffness,
    ];

    /// <summary>Name of the quantity that has a dimension.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>"a length", or "a quantity in m3 s-1" for a dimension without a name.</returns>
    public static string NameOf(Dimension dimension) =>
        All.FirstOrDefault(k => k.Dimension == dimension)?.Name ?? $"a quantity in {dimension}";
}

using System.Globalization;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Writing;

/// <summary>A kind of quantity with its SI unit, in which values are written so that they are read back to the last bit.</summary>
internal sealed record SiUnit(QuantityKind Kind, string Symbol)
{
    private static readonly FileLocation Nowhere = new("", 0, 0);

    public static readonly SiUnit Number = new(QuantityKinds.Number, "");
    public static readonly SiUnit Share = new(QuantityKinds.Share, "");
    public static readonly SiUnit Length = new(QuantityKinds.Length, "m");
    public static readonly SiUnit Area = new(QuantityKinds.Area, "m2");
    public static readonly SiUnit Charge = new(QuantityKinds.Charge, "C");
    public static readonly SiUnit AmpereHours = new(QuantityKinds.Charge, "Ah");
    public static readonly SiUnit Voltage = new(QuantityKinds.Voltage, "V");
    public static readonly SiUnit Temperature = new(QuantityKinds.Temperature, "K");
    public static readonly SiUnit Kelvins = new(QuantityKinds.Kelvins, "K");
    public static readonly SiUnit Density = new(QuantityKinds.Density, "kg/m3");
    public static readonly SiUnit MolarVolume = new(QuantityKinds.MolarVolume, "m3/mol");
    public static readonly SiUnit Concentration = new(QuantityKinds.Concentration, "mol/m3");
    public static readonly SiUnit Conductivity = new(QuantityKinds.Conductivity, "S/m");
    public static readonly SiUnit Diffusivity = new(QuantityKinds.Diffusivity, "m2/s");
    public static readonly SiUnit CurrentDensity = new(QuantityKinds.CurrentDensity, "A/m2");
    public static readonly SiUnit EntropicCoefficient = new(QuantityKinds.EntropicCoefficient, "V/K");
    public static readonly SiUnit MolarEnergy = new(QuantityKinds.MolarEnergy, "J/mol");
    public static readonly SiUnit ArealResistance = new(QuantityKinds.ArealResistance, "ohm m2");
    public static readonly SiUnit ArealCapacitance = new(QuantityKinds.ArealCapacitance, "F/m2");
    public static readonly SiUnit ArealHeatCapacity = new(QuantityKinds.ArealHeatCapacity, "J/m2/K");
    public static readonly SiUnit HeatTransfer = new(QuantityKinds.HeatTransfer, "W/m2/K");

    public static readonly SiUnit ArealCapacity = new(QuantityKinds.ArealCapacity, "C/m2");
    public static readonly SiUnit BindingConstant = new(QuantityKinds.BindingConstant, "m3/mol");
    public static readonly SiUnit Frequency = new(QuantityKinds.Frequency, "Hz");
    public static readonly SiUnit Polarisation = new(QuantityKinds.Polarisation, "C/m2");

    public static readonly SiUnit Pressure = new(QuantityKinds.Pressure, "Pa");
    public static readonly SiUnit GrowthRate = new(QuantityKinds.GrowthRate, "m/s");
    public static readonly SiUnit ArealAmount = new(QuantityKinds.ArealAmount, "mol/m2");

    public static readonly SiUnit Time = new(QuantityKinds.Time, "s");
    public static readonly SiUnit ArealEnergy = new(QuantityKinds.ArealEnergy, "J/m2");

    public static readonly SiUnit AbsorptionCoefficient = new(QuantityKinds.AbsorptionCoefficient, "1/m");

    public static readonly SiUnit Stiffness = new(QuantityKinds.Stiffness, "Pa/m");

    private static readonly SiUnit[] All =
    [
        Number, Share, Length, Area, Charge, Voltage, Temperature, Kelvins, Density, MolarVolume, Concentration, Conductivity, Diffusivity,
        CurrentDensity, EntropicCoefficient, MolarEnergy, ArealResistance, ArealCapacitance, ArealHeatCapacity, HeatTransfer,
        ArealCapacity, BindingConstant, Frequency, Polarisation, Pressure, Time, ArealEnergy, GrowthRate, ArealAmount, AbsorptionCoefficient, Stiffness,
    ];

    /// <summary>The SI unit of a kind.</summary>
    public static SiUnit Of(QuantityKind kind) => All.First(u => u.Kind == kind);

    /// <summary>Shortest text that is read back as the same number.</summary>
    public static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>The value with its unit.</summary>
    public string Text(double value) => Symbol.Length == 0 ? Plain(value) : $"{Plain(value)} {Symbol}";

    /// <summary>The value with its unit as a node without a place.</summary>
    public ScalarNode Node(double value) => new(Nowhere, Text(value));
}

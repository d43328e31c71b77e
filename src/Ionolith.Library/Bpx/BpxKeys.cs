namespace Ionolith.Library.Bpx;

/// <summary>Fields of the standard that are both read and written.</summary>
internal static class BpxKeys
{
    public const string Parameterisation = "Parameterisation";
    public const string UserDefined = "User-defined";
    public const string InitialConditions = "Initial conditions";
    public const string ThermalEnvironment = "Thermal environment";
    public const string ElectrodeArea = "Electrode area [m2]";
    public const string Pairs = "Number of electrode pairs connected in parallel to make a cell";
    public const string LowerVoltage = "Lower voltage cut-off [V]";
    public const string UpperVoltage = "Upper voltage cut-off [V]";
    public const string Capacity = "Nominal cell capacity [A.h]";
    public const string ReferenceTemperature = "Reference temperature [K]";
    public const string InitialTemperature = "Initial temperature [K]";
    public const string AmbientTemperature = "Ambient temperature [K]";
    public const string InitialConcentration = "Initial electrolyte concentration [mol.m-3]";
    public const string StateOfCharge = "Initial state-of-charge";
    public const string TransferenceNumber = "Cation transference number";
    public const string Conductivity = "Conductivity [S.m-1]";
    public const string ConductivityEnergy = "Conductivity activation energy [J.mol-1]";
    public const string Diffusivity = "Diffusivity [m2.s-1]";
    public const string DiffusivityEnergy = "Diffusivity activation energy [J.mol-1]";
    public const string Thickness = "Thickness [m]";
    public const string Porosity = "Porosity";
    public const string TransportEfficiency = "Transport efficiency";
    public const string Particle = "Particle";
    public const string Radius = "Particle radius [m]";
    public const string SurfaceArea = "Surface area per unit volume [m-1]";
    public const string MinimumStoichiometry = "Minimum stoichiometry";
    public const string MaximumStoichiometry = "Maximum stoichiometry";
    public const string MaximumConcentration = "Maximum concentration [mol.m-3]";
    public const string Potential = "OCP [V]";
    public const string EntropicCoefficient = "Entropic change coefficient [V.K-1]";
    public const string RateConstant = "Reaction rate constant [mol.m-2.s-1]";
    public const string RateConstantEnergy = "Reaction rate constant activation energy [J.mol-1]";

    /// <summary>The three layers by the name of their section, with the name that they get in a cell.</summary>
    public static readonly IReadOnlyList<(string Section, string Layer)> Layers =
        [("Negative electrode", "anode"), ("Separator", "separator"), ("Positive electrode", "cathode")];

    /// <summary>Lists of a cell file whose entries have no names of their own: under User-defined they are objects with numbers as keys.</summary>
    public static readonly string[] NumberedLists = ["protocol", "contacts", "size-distribution", "negative-collector", "positive-collector", "bipolar-collector"];
}

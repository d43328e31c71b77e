using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>Contact that the creep of lithium under the stack pressure supplies.</summary>
/// <remarks>
/// Lithium arrives with v = h A [p/(C theta S)]^n exp[-Q/(R T)]: power-law creep over a layer of thickness h under the pressure of the
/// contacts, p/theta, of which constraint by the neighbours lets the share 1/C shear the metal (C = 3 for a single blunt contact, D. Tabor,
/// The Hardness of Metals, 1951; more in a thin foil). d(theta)/dt follows from the balance with stripping. The creep law is measured:
/// n = 6.6, Q = 37 kJ/mol, W. S. LePage, Y. Chen, E. Kazyak et al., J. Electrochem. Soc. 166 (2019) A89; A = 4.25e4 1/s, S about 1 MPa and
/// n = 1/0.15 of L. Anand and S. Narayan, J. Electrochem. Soc. 166 (2019) A1092, whose S hardens from 0.95 to 2.0 MPa. The flow stress that they give, <see cref="FlowStress"/>, is 8 % below
/// the yield strength of bulk lithium, 0.73 to 0.81 MPa (A. Masias et al., J. Mater. Sci. 54 (2019) 2585, doi:10.1007/s10853-018-2971-3). The kinematics is derived from it; that one length and one
/// constraint describe all contacts is assumed. Up to i_CCS = F v(theta = 1)/V_m the contact stays whole; above, it settles
/// at theta = (i_CCS/i)^(1/(n - 1)). i_CCS rises as p^n, steeper than what was measured on argyrodite (0.2 to 1 mA/cm2 from 3 to 7 MPa,
/// Nature Materials 18 (2019) 1105), for which the empirical law has an exponent of its own.
/// </remarks>
public sealed record ContactCreep : ContactLaw
{
    /// <summary>Thickness h of the layer that creeps, m.</summary>
    public required double CreepLength { get; init; }

    /// <summary>Constraint factor C, 1.</summary>
    public double Constraint { get; init; } = 3;

    /// <summary>Rate A, 1/s.</summary>
    public double CreepRate { get; init; } = 4.25e4;

    /// <summary>Flow resistance S, Pa.</summary>
    public double FlowResistance { get; init; } = 1e6;

    /// <summary>Stress exponent n, 1; above one.</summary>
    public double StressExponent { get; init; } = 1 / 0.15;

    /// <summary>Activation energy Q, J/mol.</summary>
    public double ActivationEnergy { get; init; } = 37_000;

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "contact-creep",
        "contact supplied by creep of lithium under pressure",
        "balance derived from the measured creep of lithium, lengths empirical; W. S. LePage et al., J. Electrochem. Soc. 166 (2019) A89; L. Anand, S. Narayan, J. Electrochem. Soc. 166 (2019) A1092",
        AgeingPlaces.Lithium,
        [
            new("creep-length", QuantityKinds.Length, m => ((ContactCreep)m).CreepLength, Least: 1e-9, Meaning: "h, thickness of the layer that creeps"),
            new("constraint", QuantityKinds.Number, m => ((ContactCreep)m).Constraint, 3, Least: 1, Meaning: "C, by how much neighbours hold the metal back"),
            new("creep-rate", QuantityKinds.Frequency, m => ((ContactCreep)m).CreepRate, 4.25e4, Meaning: "A of the creep law"),
            new("flow-resistance", QuantityKinds.Pressure, m => ((ContactCreep)m).FlowResistance, 1e6, Least: 1, Meaning: "S, stress of the creep law"),
            new("stress-exponent", QuantityKinds.Number, m => ((ContactCreep)m).StressExponent, 1 / 0.15, Least: 1.01, Meaning: "n"),
            new("activation-energy", QuantityKinds.MolarEnergy, m => ((ContactCreep)m).ActivationEnergy, 37_000, Meaning: "Q of creep"),
            .. CommonParameters,
        ],
        v => new ContactCreep
        {
            CreepLength = v[0],
            Constraint = v[1],
            CreepRate = v[2],
            FlowResistance = v[3],
            StressExponent = v[4],
            ActivationEnergy = v[5],
            VoidDepth = v[6],
            InitialContact = v[7],
            ContactRadius = v[8],
            Conductivity = v[9],
        })
    {
        FollowsPressure = true,
        Validity = "lithium that creeps by its power law, voids that are shallow against the layer that creeps; single voids of some 100 um are not in it",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <summary>Nothing creeps without a stress.</summary>
    public override bool NeedsPressure => true;

    /// <summary>Stress at which the creep law gives a strain rate: what a tensile test at that rate would measure, Pa.</summary>
    /// <param name="strainRate">Strain rate, 1/s; positive.</param>
    /// <param name="temperature">Temperature T, K.</param>
    /// <returns>S [rate/(A exp[-Q/(R T)])]^(1/n).</returns>
    public double FlowStress(double strainRate, double temperature) => FlowResistance
        * Math.Pow(strainRate / (CreepRate * Math.Exp(-ActivationEnergy / (PhysicalConstants.GasConstant * temperature))), 1 / StressExponent);

    /// <summary>Largest stripping current at which the contact stays whole, A/m2.</summary>
    /// <param name="pressure">Pressure, Pa.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="molarVolume">Molar volume of lithium, m3/mol.</param>
    /// <returns>i_CCS.</returns>
    public override double CriticalCurrent(double pressure, double temperature, double molarVolume = LithiumConstants.MolarVolume) =>
        Arrival(pressure, temperature, 1) / LithiumConstants.RecessionPerCurrent(molarVolume);

    /// <inheritdoc/>
    protected override double Rate(in InterfaceConditions at, double theta) => Balance(at, theta, Arrival(at.Pressure, at.Temperature, theta));

    private double Arrival(double pressure, double temperature, double theta) => CreepLength * CreepRate
        * Math.Pow(pressure / (Constraint * theta * FlowResistance), StressExponent)
        * Math.Exp(-ActivationEnergy / (PhysicalConstants.GasConstant * temperature));
}

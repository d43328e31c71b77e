using Ionolith.Materials;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Interphases;

/// <summary>A mosaic of two phases, one that conducts lithium and one that blocks it, growing by the electrons that leak through.</summary>
/// <remarks>
/// The ionic conductivity s_i of the mosaic is that of the general effective medium of its two phases; the layer grows by Wagner's law with
/// the ambipolar conductivity, dL/dt = k/L, k = V_Li U s_i s_e/[F (s_i + s_e)], with the electronic conductivity s_e of the mosaic and the
/// difference U of the lithium potential across it (how far below its reduction potential the electrolyte is). Nothing of it is fitted:
/// a mosaic that conducts ions well adds little resistance and grows no faster than its electrons allow. Derived, for phases that stay as they
/// are. Sources: C. Wagner, Z. phys. Chem. B 21 (1933) 25; D. S. McLachlan et al., J. Am. Ceram. Soc. 73 (1990) 2187; the picture of a
/// mosaic of microphases is E. Peled's, J. Electrochem. Soc. 144 (1997) L208, doi:10.1149/1.1837858.
/// </remarks>
public sealed record MosaicGrowth : Interphase
{
    private readonly double _ionic;

    /// <summary>Takes the two phases.</summary>
    /// <param name="conductingShare">Volume share of the phase that conducts lithium, 0 to 1.</param>
    /// <param name="conducting">Its ionic conductivity, S/m; positive.</param>
    /// <param name="blocking">Ionic conductivity of the other phase, S/m; positive.</param>
    /// <param name="threshold">Share at which the conducting phase percolates, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is out of its range.</exception>
    public MosaicGrowth(double conductingShare, double conducting, double blocking, double threshold = 1.0 / 3)
    {
        (ConductingShare, Conducting, Blocking, Threshold) = (conductingShare, conducting, blocking, threshold);
        _ionic = conducting == blocking ? conducting : new GeneralEffectiveMedium(conductingShare, threshold).Effective([conducting, blocking]);
    }

    /// <summary>Volume share of the phase that conducts lithium, 1.</summary>
    public double ConductingShare { get; }

    /// <summary>Ionic conductivity of the conducting phase, S/m.</summary>
    public double Conducting { get; }

    /// <summary>Ionic conductivity of the blocking phase, S/m.</summary>
    public double Blocking { get; }

    /// <summary>Share at which the conducting phase percolates, 1.</summary>
    public double Threshold { get; }

    /// <summary>Electronic conductivity s_e of the mosaic, S/m.</summary>
    public required double Electronic { get; init; }

    /// <summary>Difference U of the lithium potential across the layer, V.</summary>
    public required double DrivingVoltage { get; init; }

    /// <summary>Ionic conductivity s_i of the mosaic, S/m.</summary>
    public double Ionic => _ionic;

    /// <summary>Rate constant k of Wagner's law at 298.15 K, m2/s.</summary>
    public double RateConstant => VolumePerLithium * DrivingVoltage / PhysicalConstants.Faraday * (_ionic * Electronic / (_ionic + Electronic));

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "mosaic-growth",
        "mosaic of a conducting and a blocking phase that grows by the electrons that leak through it",
        "derived; C. Wagner, Z. phys. Chem. B 21 (1933) 25; E. Peled et al., J. Electrochem. Soc. 144 (1997) L208, doi:10.1149/1.1837858",
        AgeingPlaces.Lithium | AgeingPlaces.Host,
        [
            new("conducting-share", QuantityKinds.Number, m => ((MosaicGrowth)m).ConductingShare, Most: 1, Meaning: "volume share of the phase that conducts lithium"),
            new("conducting-conductivity", QuantityKinds.Conductivity, m => ((MosaicGrowth)m).Conducting, Least: 1e-15, Meaning: "ionic conductivity of that phase"),
            new("blocking-conductivity", QuantityKinds.Conductivity, m => ((MosaicGrowth)m).Blocking, Least: 1e-18, Meaning: "ionic conductivity of the other phase"),
            new("threshold", QuantityKinds.Number, m => ((MosaicGrowth)m).Threshold, 1.0 / 3, Least: 0.01, Most: 0.99, Meaning: "share at which the conducting phase percolates"),
            new("electronic-conductivity", QuantityKinds.Conductivity, m => ((MosaicGrowth)m).Electronic, Meaning: "s_e of the mosaic"),
            new("driving-voltage", QuantityKinds.Voltage, m => ((MosaicGrowth)m).DrivingVoltage, Most: 10, Meaning: "U, reduction potential of the electrolyte less that of the electrode"),
            ActivationEnergyKey,
            VolumePerLithiumKey with { Default = double.NaN, Meaning = "V_Li, interphase for each mole of lithium that it takes" },
            InitialThicknessKey,
            OnsetPotentialKey,
        ],
        v => new MosaicGrowth(v[0], v[1], v[2], v[3])
        {
            Electronic = v[4],
            DrivingVoltage = v[5],
            ActivationEnergy = v[6],
            VolumePerLithium = v[7],
            InitialThickness = v[8],
            OnsetPotential = v[9],
        })
    {
        Validity = "two phases mixed evenly, in grains that are small against the thickness",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    protected override double LayerConductivity => _ionic;

    /// <inheritdoc/>
    protected override double GrowthRate(in InterfaceConditions at, double thickness) => RateConstant / thickness;
}

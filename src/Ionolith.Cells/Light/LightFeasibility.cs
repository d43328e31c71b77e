namespace Ionolith.Cells.Light;

/// <summary>Whether light alone can charge a cell: the rule of the quasi-Fermi level.</summary>
/// <remarks>
/// The holes stand at the potential of the positive electrode. The electrons stand below it by the photovoltage of the open junction, but never
/// below the conduction band: their potential is max(phi_+ - V_ph, phi_CB). They reach the negative electrode where that is below its
/// potential. The rule is that of the article "What makes a photobattery light-rechargeable?".
/// </remarks>
/// <param name="Photovoltage">Photovoltage V_ph of the open junction, V.</param>
/// <param name="ElectronPotential">Lowest potential of the electrons against lithium, V.</param>
/// <param name="AnodePotential">Equilibrium potential of the negative electrode against lithium, V.</param>
/// <param name="CathodePotential">Equilibrium potential of the positive electrode against lithium, V.</param>
/// <param name="IsBoundByBand">Whether the conduction band is what bounds the potential of the electrons.</param>
public sealed record LightFeasibility(double Photovoltage, double ElectronPotential, double AnodePotential, double CathodePotential, bool IsBoundByBand)
{
    /// <summary>Whether light charges the cell without a current from outside.</summary>
    public bool IsPossible => ElectronPotential < AnodePotential;

    /// <summary>The rule in a sentence.</summary>
    public string Sentence
    {
        get
        {
            string bound = IsBoundByBand ? "the conduction band" : string.Create(CultureInfo.InvariantCulture, $"a photovoltage of {Photovoltage:0.##} V");
            return IsPossible
                ? string.Create(CultureInfo.InvariantCulture, $"light alone can charge: {bound} puts the electrons at {ElectronPotential:0.###} V against lithium, {(AnodePotential - ElectronPotential) * 1e3:0} mV below the negative electrode")
                : string.Create(CultureInfo.InvariantCulture, $"light alone cannot charge: {bound} leaves the electrons at {ElectronPotential:0.###} V against lithium, {(ElectronPotential - AnodePotential) * 1e3:0} mV above the negative electrode");
        }
    }

    /// <summary>Applies the rule.</summary>
    /// <param name="light">The photocathode.</param>
    /// <param name="uptake">Uptake of the electrode.</param>
    /// <param name="irradiance">Power of the light, W/m2.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="anodePotential">Equilibrium potential of the negative electrode, V.</param>
    /// <param name="cathodePotential">Equilibrium potential of the positive electrode, V.</param>
    /// <returns>The rule with its numbers.</returns>
    public static LightFeasibility Of(Photocathode light, LightUptake uptake, double irradiance, double temperature, double anodePotential, double cathodePotential)
    {
        ArgumentNullException.ThrowIfNull(light);
        double generation = light.Generation(uptake, irradiance, temperature, transfer: 1).Current;
        double photovoltage = light.Diode.Photovoltage(generation, temperature, light.JunctionGap);
        double free = cathodePotential - photovoltage;
        bool byBand = light.ConductionBand > free;
        return new LightFeasibility(photovoltage, byBand ? light.ConductionBand : free, anodePotential, cathodePotential, byBand);
    }
}

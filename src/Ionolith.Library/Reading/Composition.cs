namespace Ionolith.Library.Reading;

/// <summary>Amounts of an electrode's constituents, given by volume, or by mass with the porosity.</summary>
/// <remarks>
/// By mass: eps_i = (1 - porosity) (w_i/rho_i) / sum_j (w_j/rho_j) over the constituents that have a mass fraction; an electrolyte
/// without any amount is a liquid that fills the pores, eps = porosity.
/// </remarks>
internal sealed class Composition
{
    private readonly List<Part> _parts = [];

    private sealed class Part
    {
        public required MappingReader Reader { get; init; }

        public required double Density { get; init; }

        public double? Volume { get; init; }

        public double? Mass { get; init; }

        public bool FillsPores { get; init; }
    }

    /// <summary>Reads the amount of one constituent.</summary>
    /// <param name="reader">Its mapping.</param>
    /// <param name="density">Its density, kg/m3; NaN if unknown.</param>
    /// <param name="mayFillPores">Whether it may have no amount of its own.</param>
    /// <returns>Number of the part, for <see cref="Fractions"/>.</returns>
    public int Add(MappingReader reader, double density, bool mayFillPores)
    {
        reader.RequireOneOf(required: !mayFillPores, "volume-fraction", "mass-fraction");
        _parts.Add(new Part
        {
            Reader = reader,
            Density = density,
            Volume = reader.OptionalQuantity("volume-fraction", Materials.Quantities.QuantityKinds.Number),
            Mass = reader.OptionalQuantity("mass-fraction", Materials.Quantities.QuantityKinds.Number),
            FillsPores = mayFillPores && !reader.Has("volume-fraction") && !reader.Has("mass-fraction"),
        });
        return _parts.Count - 1;
    }

    /// <summary>Volume fractions of all parts, in the order of adding.</summary>
    /// <param name="electrode">The electrode, for messages.</param>
    /// <param name="porosity">Volume fraction that solids leave free; null if not given.</param>
    public double[] Fractions(MappingReader electrode, double? porosity)
    {
        bool byMass = _parts.Exists(p => p.Mass is not null);
        if (byMass)
        {
            RequireMassFractions(electrode, porosity);
        }
        else if (_parts.Exists(p => p.FillsPores) && porosity is null)
        {
            electrode.Report("", "needs the volume fraction of its electrolyte, or its porosity, which a liquid fills");
        }

        double perMass = _parts.Sum(p => (p.Mass ?? 0) / (p.Mass is null ? 1 : p.Density));
        double solid = 1 - (porosity ?? 0);
        return [.. _parts.Select(p =>
            p.FillsPores ? porosity ?? double.NaN
            : p.Mass is { } mass ? solid * mass / p.Density / perMass
            : p.Volume ?? double.NaN)];
    }

    private void RequireMassFractions(MappingReader electrode, double? porosity)
    {
        if (porosity is null)
        {
            electrode.ReportMissing("porosity", "the porosity, without which mass fractions say nothing about volumes, such as porosity: 0.1");
        }

        foreach (var part in _parts.Where(p => p.Volume is not null))
        {
            part.Reader.Report("volume-fraction", "stands beside mass fractions; give all constituents by mass or all by volume");
        }

        foreach (var part in _parts.Where(p => p.Mass is not null && !(p.Density > 0)))
        {
            part.Reader.Report("mass-fraction", "needs the density of the material, which has none; add it, or override: {density: ...}");
        }

        double sum = _parts.Sum(p => p.Mass ?? 0);
        if (Math.Abs(sum - 1) > 1e-6)
        {
            electrode.Report("", $"the mass fractions add up to {sum.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)}, not to 1");
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Ionolith.Cells.Stack;
using Ionolith.Materials;
using Ionolith.Numerics.Kernels;
using Ionolith.Numerics.Scalars;

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>The kernel specialised on a law: no virtual call inside a sweep.</summary>
internal sealed class InterfaceKernel<TLaw> : InterfaceKernel where TLaw : struct, IKineticsLaw
{
    // Beyond this F eta/(R T), more than 7 V, the laws go on along their tangents, which overflow nowhere.
    private const double LargestArgument = 300;

    // No exchange current is smaller or larger by more than e^200 than at the end of its range.
    private const double LargestExponent = 200;
    private readonly TLaw _law;
    private readonly InterfaceKinetics _kinetics;
    private readonly InterfaceTables _tables;
    private readonly double[] _prefactor;
    private readonly double[] _prefactorSlope;
    private readonly double[] _inside;
    private readonly double[] _isInside;
    private double _temperature;
    private double _filmSlope;

    /// <summary>Creates the kernel.</summary>
    public InterfaceKernel(TLaw law, InterfaceKinetics kinetics, InterfaceTables tables, int nodes)
        : base(nodes)
    {
        _law = law;
        _kinetics = kinetics;
        LeastConcentration = Transport.LeastShare * kinetics.ExchangeCurrent.ReferenceConcentration;
        _tables = tables;
        _prefactor = new double[Lanes];
        _prefactorSlope = new double[Lanes];
        _inside = new double[Lanes];
        _isInside = new double[Lanes];
        SetTemperature(InterfaceKinetics.FilmReferenceTemperature);
    }

    /// <inheritdoc/>
    public override void SetTemperature(double temperature)
    {
        if (temperature == _temperature)
        {
            return;
        }

        _temperature = temperature;
        _tables.Prefactor.SetTemperature(temperature);
        (Film, _filmSlope) = _kinetics.FilmAt(temperature);
        if (_tables.Prefactor.IsConstant)
        {
            Array.Fill(_prefactor, _tables.Prefactor.Constant);
        }
    }

    /// <inheritdoc/>
    public override void Evaluate(
        double[] y, int potential, int current, double[] surface, double[] concentration, int node, Derivatives wanted)
    {
        LookUp(surface);
        double f = PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * _temperature);
        double p_e = _kinetics.ExchangeCurrent.ElectrolyteExponent;
        double p_x = _kinetics.ExchangeCurrent.StoichiometryExponent, p_v = _kinetics.ExchangeCurrent.VacancyExponent;
        double inverseReference = 1 / _kinetics.ExchangeCurrent.ReferenceConcentration;
        double energy = PhysicalConstants.GasConstant * _temperature;
        Vector512<double> one = Vector512<double>.One, film = Rows.All(FilmResistance);
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Vector512<double> x = Rows.Load(_inside, lane), i = Rows.Load(y, current + lane), c = one;
            Vector512<double> i_0 = Rows.Load(_prefactor, lane);
            i_0 = p_x == 0 ? i_0 : i_0 * Power(x, p_x);
            i_0 = p_v == 0 ? i_0 : i_0 * Power(one - x, p_v);
            if (p_e != 0)
            {
                Vector512<double> salt = Rows.Load(concentration, node + lane);
                c = Vector512.Max(salt, Rows.All(LeastConcentration));
                i_0 *= Power(c * inverseReference, p_e) * Tangent(p_e * (salt - c) / c);
            }

            Vector512<double> overpotential = Rows.Load(y, potential + lane) - Rows.Load(Potential, lane) - (film * i);
            if (HysteresisRow >= 0)
            {
                overpotential -= Rows.Load(y, HysteresisRow + lane);
            }

            Vector512<double> root = Vector512.Sqrt((i * i) + (4 * (i_0 * i_0)));
            Vector512<double> compressed = Vector512.CopySign(Vector512.Log((Vector512.Abs(i) + root) / (i_0 + i_0)), i);
            Vector512<double> full = f * overpotential, u = Vector512.Min(Vector512.Max(full, Rows.All(-LargestArgument)), Rows.All(LargestArgument));
            if (wanted == Derivatives.None && Vector512.EqualsAll(full, u))
            {
                Numerics.Scalars.Lanes law = _law.CompressedCurrent(new Numerics.Scalars.Lanes(u), Numerics.Scalars.Lanes.Constant(energy));
                Rows.Store(law.Value - compressed, Residual, lane);
                continue;
            }

            Dual<Lanes> dual = _law.CompressedCurrent(
                new Dual<Lanes>(new(u), Numerics.Scalars.Lanes.Constant(1)), Dual<Lanes>.Constant(energy));
            // tanh of the compressed current: what a relative change of i_0 counts.
            Vector512<double> slope = f * dual.Slope.Value, inverseRoot = one / root, tanh = i * inverseRoot;
            Rows.Store(dual.Value.Value + (dual.Slope.Value * (full - u)) - compressed, Residual, lane);
            if (wanted == Derivatives.None)
            {
                continue;
            }

            Rows.Store(-(film * slope) - inverseRoot, PerCurrent, lane);
            Rows.Store(slope, PerPotential, lane);
            Rows.Store((tanh * LogSlope(x, lane) * Rows.Load(_isInside, lane)) - (slope * Rows.Load(PotentialSlope, lane)), PerStoichiometry, lane);
            Rows.Store(p_e == 0 ? Vector512<double>.Zero : tanh * (Rows.All(p_e) / c), PerConcentration, lane);
            if (wanted == Derivatives.WithTemperature)
            {
                Rows.Store(TemperatureSlope(f, overpotential, i, slope, tanh, lane), PerKelvin, lane);
            }
        }
    }

    /// <inheritdoc/>
    public override bool IsInside(double[] surface)
    {
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Vector512<double> x = Rows.Load(surface, lane);
            if (!Vector512.EqualsAll(x, _tables.Range.Inside(x)))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override double ExchangeCurrent(double stoichiometry, double concentration)
    {
        ExchangeCurrent law = _kinetics.ExchangeCurrent;
        stoichiometry = _tables.Range.Inside(stoichiometry);
        double value = _tables.Prefactor.Evaluate(stoichiometry, out _);
        if (law.ElectrolyteExponent != 0)
        {
            double c = Math.Max(concentration, LeastConcentration), beyond = law.ElectrolyteExponent * (concentration - c) / c;
            value *= Math.Pow(c / law.ReferenceConcentration, law.ElectrolyteExponent) * Math.Exp(Math.Clamp(beyond, -LargestExponent, LargestExponent));
        }

        value *= law.StoichiometryExponent == 0 ? 1 : Math.Pow(stoichiometry, law.StoichiometryExponent);
        return value * (law.VacancyExponent == 0 ? 1 : Math.Pow(1 - stoichiometry, law.VacancyExponent));
    }

    /// <inheritdoc/>
    public override double EquilibriumPotential(double stoichiometry)
    {
        // The mean of a host that waits empty or full beside another one may lie beyond the end by a rounding error.
        double inside = _tables.Range.Inside(stoichiometry);
        double value = (_tables.Potential?.Evaluate(inside, out _) ?? 0) + StoichiometryRange.Beyond(inside - stoichiometry) + PotentialShift;
        return _tables.Entropic is null || _temperature == _tables.ReferenceTemperature
            ? value
            : value + ((_temperature - _tables.ReferenceTemperature) * _tables.Entropic.Evaluate(inside, out _));
    }

    /// <inheritdoc/>
    public override double Enthalpy(double stoichiometry, out double slope)
    {
        double inside = _tables.Range.Inside(stoichiometry), entropicSlope = 0;
        slope = 0;
        double value = _tables.Potential?.Evaluate(inside, out slope) ?? 0;
        double entropic = _tables.Entropic?.Evaluate(inside, out entropicSlope) ?? 0;
        slope = inside == stoichiometry ? slope - (_tables.ReferenceTemperature * entropicSlope) : 0;
        return value - (_tables.ReferenceTemperature * entropic);
    }

    /// <inheritdoc/>
    public override double LimitingCurrent(double exchangeCurrent) =>
        2 * exchangeCurrent * Math.Sinh(At(LargestArgument).Value.Value);

    /// <inheritdoc/>
    public override double Overpotential(double current, double exchangeCurrent)
    {
        // Newton on the compressed law: a straight line for symmetric kinetics, monotone for every law.
        double target = Math.Asinh(current / (2 * exchangeCurrent)), u = 2 * target;
        for (int iteration = 0; iteration < 50; iteration++)
        {
            Dual<Real> law = At(u);
            double change = (target - law.Value.Value) / law.Slope.Value;
            u += Math.Clamp(change, -10, 10);
            if (!(Math.Abs(change) > 1e-14 * (1 + Math.Abs(u))))
            {
                break;
            }
        }

        return u * PhysicalConstants.GasConstant * _temperature / PhysicalConstants.Faraday;
    }

    /// <inheritdoc/>
    public override double CompressedSlope(double overpotential) =>
        At(overpotential * PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * _temperature)).Slope.Value;

    /// <inheritdoc/>
    public override double FilmTemperatureSlope => _filmSlope;

    /// <inheritdoc/>
    public override double OverpotentialTemperatureSlope(double current, double exchangeCurrent, double overpotential)
    {
        // law(u, R T) = asinh(i/(2 i_0)) with eta = u R T/F, differentiated at constant i.
        double energy = PhysicalConstants.GasConstant * _temperature, u = overpotential * PhysicalConstants.Faraday / energy;
        Dual<Real> law = _law.CompressedCurrent(Dual<Real>.Constant(u), new Dual<Real>(new(energy), new(PhysicalConstants.GasConstant)));
        double prefactor = _tables.Prefactor.Evaluate(1, out _), logSlope = _tables.Prefactor.TemperatureSlope(1, prefactor) / prefactor;
        double root = Math.Sqrt((current * current) + (4 * exchangeCurrent * exchangeCurrent));
        double perKelvin = -((current / root * logSlope) + law.Slope.Value) / At(u).Slope.Value;
        return (overpotential / _temperature) + (perKelvin * energy / PhysicalConstants.Faraday);
    }

    private Dual<Real> At(double u) => _law.CompressedCurrent(
        new Dual<Real>(new(u), new(1)), Dual<Real>.Constant(PhysicalConstants.GasConstant * _temperature));

    private void LookUp(double[] surface)
    {
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Vector512<double> x = Rows.Load(surface, lane), inside = _tables.Range.Inside(x);
            Rows.Store(inside, _inside, lane);
            Rows.Store(Vector512.ConditionalSelect(Vector512.Equals(x, inside), Vector512<double>.One, Vector512<double>.Zero), _isInside, lane);
        }

        _tables.Potential?.Evaluate(_inside, 0, Potential, PotentialSlope, 0, Lanes);
        if (_tables.Entropic is not null && (TracksHeat || _temperature != _tables.ReferenceTemperature))
        {
            Vector512<double> warming = Rows.All(_temperature - _tables.ReferenceTemperature);
            _tables.Entropic.Evaluate(_inside, 0, Entropic, EntropicSlope, 0, Lanes);
            for (int lane = 0; lane < Lanes; lane += Rows.Width)
            {
                Rows.Store(Rows.Load(Potential, lane) + (warming * Rows.Load(Entropic, lane)), Potential, lane);
                Rows.Store(Rows.Load(PotentialSlope, lane) + (warming * Rows.Load(EntropicSlope, lane)), PotentialSlope, lane);
            }
        }

        if (!_tables.Prefactor.IsConstant)
        {
            _tables.Prefactor.Evaluate(_inside, 0, _prefactor, _prefactorSlope, 0, Lanes);
        }

        GoOnBeyond(surface);
        if (PotentialShift != 0)
        {
            for (int lane = 0; lane < Lanes; lane += Rows.Width)
            {
                Rows.Store(Rows.Load(Potential, lane) + Rows.All(PotentialShift), Potential, lane);
            }
        }
    }

    // d(ln i_0)/dx.
    private Vector512<double> LogSlope(Vector512<double> x, int lane)
    {
        ExchangeCurrent law = _kinetics.ExchangeCurrent;
        Vector512<double> slope = _tables.Prefactor.IsConstant
            ? Vector512<double>.Zero
            : Rows.Load(_prefactorSlope, lane) / Rows.Load(_prefactor, lane);
        slope = law.StoichiometryExponent == 0 ? slope : slope + (Rows.All(law.StoichiometryExponent) / x);
        return law.VacancyExponent == 0 ? slope : slope - (Rows.All(law.VacancyExponent) / (Vector512<double>.One - x));
    }

    // Factor by which an exchange current goes on along the tangent of its logarithm; 1 where there is nothing beyond.
    private static Vector512<double> Tangent(Vector512<double> exponent) => Vector512.EqualsAll(exponent, Vector512<double>.Zero)
        ? Vector512<double>.One
        : Vector512.Exp(Vector512.Min(Vector512.Max(exponent, Rows.All(-LargestExponent)), Rows.All(LargestExponent)));

    // Rare: some surface is empty or full, and the potential goes on beyond the range.
    private void GoOnBeyond(double[] surface)
    {
        Beyond = 0;
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Vector512<double> inside = Rows.Load(_isInside, lane);
            if (Vector512.EqualsAll(inside, Vector512<double>.One) || _tables.Potential is null)
            {
                continue;
            }

            Beyond += Rows.Width - (int)Vector512.Sum(inside);
            Vector512<double> beyond = StoichiometryRange.Beyond(Rows.Load(_inside, lane) - Rows.Load(surface, lane));
            Rows.Store(Rows.Load(Potential, lane) + beyond, Potential, lane);
            Vector512<double> steep = Rows.All(StoichiometryRange.Slope) * (Vector512<double>.One - inside);
            Rows.Store((inside * Rows.Load(PotentialSlope, lane)) + steep, PotentialSlope, lane);
        }
    }

    private Vector512<double> TemperatureSlope(
        double f,
        Vector512<double> overpotential,
        Vector512<double> i,
        Vector512<double> slope,
        Vector512<double> tanh,
        int lane)
    {
        double energy = PhysicalConstants.GasConstant * _temperature;
        Vector512<double> u = Vector512.Min(Vector512.Max(f * overpotential, Rows.All(-LargestArgument)), Rows.All(LargestArgument));
        Dual<Lanes> law = _law.CompressedCurrent(
            Dual<Lanes>.Constant(0) + new Dual<Lanes>(new(u), Numerics.Scalars.Lanes.Constant(0)),
            new Dual<Lanes>(Numerics.Scalars.Lanes.Constant(energy), Numerics.Scalars.Lanes.Constant(PhysicalConstants.GasConstant)));
        Vector512<double> result = law.Slope.Value - (slope * ((overpotential / Rows.All(_temperature))
            + Rows.Load(Entropic, lane) + (_filmSlope * i)));
        Vector512<double> warm = Vector512<double>.Zero;
        for (int m = 0; m < Rows.Width; m++)
        {
            double prefactor = _prefactor[lane + m];
            warm = warm.WithElement(m, _tables.Prefactor.TemperatureSlope(_inside[lane + m], prefactor) / prefactor);
        }

        return result + (tanh * warm);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Power(Vector512<double> x, double exponent)
    {
        if (exponent == 0.5)
        {
            return Vector512.Sqrt(x);
        }

        return exponent == 1 ? x : Vector512.Exp(exponent * Vector512.Log(x));
    }
}

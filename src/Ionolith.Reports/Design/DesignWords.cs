using Ionolith.Cells.Design;
using Ionolith.Library.Design;

namespace Ionolith.Reports.Design;

/// <summary>Words, units and rows that the terminal and the page of a design share.</summary>
internal static class DesignWords
{
    private const double PerWattHour = 3600;

    // What a change gains at least to be worth a word: above the error of the simulated energies.
    private const double LeastGain = 5e-4;

    /// <summary>J/kg as Wh/kg.</summary>
    public static double WattHoursPerKilogram(double value) => value / PerWattHour;

    /// <summary>J/m3 as Wh/L.</summary>
    public static double WattHoursPerLitre(double value) => value / PerWattHour / 1000;

    /// <summary>The unit in which a figure is told, and its value there.</summary>
    public static (double Value, string Unit) Told(DesignFigure figure, double value) => figure switch
    {
        DesignFigure.SpecificEnergy => (WattHoursPerKilogram(value), "Wh/kg"),
        DesignFigure.EnergyDensity => (WattHoursPerLitre(value), "Wh/L"),
        _ => (value, "W/kg"),
    };

    /// <summary>"350 Wh/kg".</summary>
    public static string Text(DesignFigure figure, double value)
    {
        var (told, unit) = Told(figure, value);
        return $"{Numbers.Text(told)} {unit}";
    }

    /// <summary>"C/10", "2C".</summary>
    public static string Rate(double rate)
    {
        double inverse = Math.Round(1 / rate, 6);
        return rate < 1 && inverse == Math.Round(inverse)
            ? string.Create(CultureInfo.InvariantCulture, $"C/{inverse:G6}")
            : string.Create(CultureInfo.InvariantCulture, $"{rate:G4}C");
    }

    public static string Kind(PartKind kind) => kind switch
    {
        PartKind.Active => "active",
        PartKind.Electrolyte => "electrolyte",
        PartKind.Inert => "inert",
        PartKind.Void => "void",
        PartKind.Collector => "collector",
        _ => "packaging",
    };

    /// <summary>Numbers of the cells, arrangement and electrodes.</summary>
    public static string Stack(StackConstruction construction)
    {
        string cells = construction.Cells == 1 ? "1 cell" : string.Create(CultureInfo.InvariantCulture, $"{construction.Cells} cells");
        string joined = construction.Arrangement == StackArrangement.Bipolar ? "in series, bipolar" : "in parallel, conventional";
        return $"{cells} {joined}, electrodes of {Numbers.Text(construction.Width * 1e3, 3)} mm x {Numbers.Text(construction.Height * 1e3, 3)} mm";
    }

    /// <summary>"10 s at 50 %".</summary>
    public static string Pulse(DesignOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.PulseDuration:G4} s at {100 * options.PulseStateOfCharge:G4} %");

    /// <summary>What the discharge gave.</summary>
    public static string Discharge(AreaDischarge discharge) =>
        $"discharge at {Rate(discharge.Rate)}: {Numbers.Text(discharge.Capacity / Numbers.PerArealCapacity)} mAh/cm2 at {Numbers.Text(discharge.MeanVoltage)} V on average, ended by: {discharge.EndedBy}";

    /// <summary>One sentence on what weighs most.</summary>
    public static string Dominates(StackInventory inventory)
    {
        var heaviest = inventory.Parts.MaxBy(p => p.Mass)!;
        var largest = inventory.Parts.MaxBy(p => p.Volume)!;
        return $"{heaviest.Name} is {Numbers.Text(100 * heaviest.Mass / inventory.Mass, 3)} % of the mass, "
            + $"{largest.Name} {Numbers.Text(100 * largest.Volume / inventory.Volume, 3)} % of the volume";
    }

    /// <summary>One sentence on what to change first.</summary>
    public static string First(DesignStudy study)
    {
        var best = study.Sensitivity.Where(r => r.Parameter.IsChoice).SelectMany(r => (IEnumerable<(string Path, string Sense, double Gain)>)
            [(r.Parameter.Path, "more", (r.Up / r.Base) - 1), (r.Parameter.Path, "less", (r.Down / r.Base) - 1)])
            .Where(c => c.Gain > LeastGain).OrderByDescending(c => c.Gain).FirstOrDefault();
        return best.Path is null
            ? $"no value changed alone by 10 % gives more {Name(study.Figure)}"
            : $"change first: 10 % {best.Sense} {best.Path} gives {Numbers.Text(100 * best.Gain, 2)} % more {Name(study.Figure)}";
    }

    public static string Name(DesignFigure figure) => figure switch
    {
        DesignFigure.SpecificEnergy => "Wh/kg",
        DesignFigure.EnergyDensity => "Wh/L",
        _ => "W/kg",
    };

    /// <summary>One sentence on the target.</summary>
    public static string TargetSentence(DesignStudy study)
    {
        if (study.Target is not { } target)
        {
            return "";
        }

        if (study.Changes.Count == 0)
        {
            return $"the target of {target.Text} is met: {Text(study.Figure, study.Base)}";
        }

        int ways = study.Changes.Count(c => c.Reaches);
        return ways == 0
            ? $"no single change between a tenth and ten times its value reaches {target.Text}; the most is {Text(study.Figure, study.Changes.Max(c => c.Best))}"
            : string.Create(CultureInfo.InvariantCulture, $"{ways} of {study.Changes.Count} values reach {target.Text} alone");
    }
}

using System.Globalization;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;

namespace Ionolith.Cli;

/// <summary>What "run" was asked to do.</summary>
internal sealed record RunRequest
{
    private const int MostCyclesWithEveryRow = 200;
    private const int MostCyclesWithStepEnds = 5000;
    private const int MostCells = 10_000;

    public required string Cell { get; init; }

    public IReadOnlyList<string> ProtocolItems { get; init; } = [];

    public string? ProtocolFile { get; init; }

    public IReadOnlyList<string> Settings { get; init; } = [];

    public string? Temperature { get; init; }

    public IReadOnlyList<string> Until { get; init; } = [];

    public string? Output { get; init; }

    public bool Force { get; init; }

    public bool Json { get; init; }

    public int? Seed { get; init; }

    public double? RelativeTolerance { get; init; }

    public string? Reduction { get; init; }

    public string? Rows { get; init; }

    public bool Accelerate { get; init; }

    public bool Resume { get; init; }

    public int? Stack { get; init; }

    public string? SpreadCapacity { get; init; }

    public string? SpreadResistance { get; init; }

    public string? SpreadLeak { get; init; }

    public string? Leak { get; init; }

    /// <summary>All changes of the cell as "path=value": <see cref="Settings"/>, and those of which options are short forms.</summary>
    public IReadOnlyList<string> AllSettings => Leak is null ? Settings : [.. Settings, $"leak-resistance={Leak}"];

    public bool IsSingleParticle => Reduction is not null;

    /// <summary>Options that change the result and stand neither in the input nor in the protocol, as words for a shell.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            var words = new List<string>();
            void Add(string name, string? value)
            {
                if (value is not null)
                {
                    words.AddRange([name, CommonOptions.Quoted(value)]);
                }
            }

            foreach (var setting in AllSettings)
            {
                Add("--set", setting);
            }

            Add("--temperature", Temperature);
            Add("--rtol", RelativeTolerance?.ToString("R", CultureInfo.InvariantCulture));
            Add("--reduction", Reduction);
            Add("--rows", Rows);
            if (Accelerate)
            {
                words.Add("--accelerate");
            }

            Add("--stack", Stack?.ToString(CultureInfo.InvariantCulture));
            Add("--spread-capacity", SpreadCapacity);
            Add("--spread-resistance", SpreadResistance);
            Add("--spread-leak", SpreadLeak);
            Add("--seed", Seed?.ToString(CultureInfo.InvariantCulture));
            return words;
        }
    }

    /// <summary>Which rows are kept; of many cycles not every one, so that memory and files stay small. Each cell of a stack has its own.</summary>
    public OutputRows KeptRows(Protocol protocol) => Rows switch
    {
        "step-ends" => OutputRows.StepEnds,
        "summary" => OutputRows.Summary,
        "every" => OutputRows.Every,
        _ => protocol.CycleCount <= MostCyclesWithEveryRow ? OutputRows.Every
            : protocol.CycleCount <= MostCyclesWithStepEnds / (Stack ?? 1) ? OutputRows.StepEnds : OutputRows.Summary,
    };

    /// <summary>Mistakes in the options themselves.</summary>
    public IEnumerable<string> Problems()
    {
        if (ProtocolItems.Count > 0 && ProtocolFile is not null)
        {
            yield return "--protocol and --protocol-file: give one of them";
        }

        if (RelativeTolerance is { } tolerance && !(tolerance is >= 1e-8 and <= 1e-1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--rtol {tolerance}: the relative tolerance must be from 1e-8 to 1e-1");
        }

        foreach (var problem in StackProblems())
        {
            yield return problem;
        }

        if (Reduction is not (null or "single-particle"))
        {
            yield return $"--reduction {Reduction}: the only reduction is 'single-particle'";
        }

        if (Rows is not (null or "every" or "step-ends" or "summary"))
        {
            yield return $"--rows {Rows}: expected 'every', 'step-ends' or 'summary'";
        }

        if (Resume && (Output is null || Force))
        {
            yield return Output is null
                ? "--resume: it belongs to --out, the folder of the run to go on with, which is not given"
                : "--resume and --force: go on with the run that is there, or replace it";
        }

        if (Force && Output is null)
        {
            yield return "--force: it belongs to --out, which is not given";
        }

        foreach (var setting in Settings.Where(s => s.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            yield return $"--set {setting}: expected PATH=VALUE, such as separator.thickness=30um";
        }
    }

    private IEnumerable<string> StackProblems()
    {
        if (Stack is < 1 or > MostCells)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--stack {Stack}: the number of cells must be from 1 to {MostCells}");
        }

        foreach (var (option, value) in new[] { ("--spread-capacity", SpreadCapacity), ("--spread-resistance", SpreadResistance), ("--spread-leak", SpreadLeak) })
        {
            if (value is not null && Stack is null)
            {
                yield return $"{option}: it belongs to --stack, which is not given";
            }
        }

        if (Seed < 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--seed {Seed}: must be zero or positive");
        }

        if (Seed is not null && Stack is null)
        {
            yield return "--seed: it belongs to --stack, which is not given";
        }

    }
}

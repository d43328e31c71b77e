using System.Globalization;

namespace Ionolith.Cli;

/// <summary>What "run" was asked to do.</summary>
internal sealed record RunRequest
{
    public required string Cell { get; init; }

    public IReadOnlyList<string> Protocol { get; init; } = [];

    public string? ProtocolFile { get; init; }

    public IReadOnlyList<string> Settings { get; init; } = [];

    public string? Temperature { get; init; }

    public IReadOnlyList<string> Until { get; init; } = [];

    public string? Output { get; init; }

    public bool Force { get; init; }

    public bool Json { get; init; }

    public int? Threads { get; init; }

    public int? Seed { get; init; }

    public double? RelativeTolerance { get; init; }

    public string? Reduction { get; init; }

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
                    words.AddRange([name, value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value]);
                }
            }

            Add("--temperature", Temperature);
            Add("--rtol", RelativeTolerance?.ToString("R", CultureInfo.InvariantCulture));
            Add("--reduction", Reduction);
            Add("--seed", Seed?.ToString(CultureInfo.InvariantCulture));
            return words;
        }
    }

    /// <summary>Mistakes in the options themselves.</summary>
    public IEnumerable<string> Problems()
    {
        if (Protocol.Count > 0 && ProtocolFile is not null)
        {
            yield return "--protocol and --protocol-file: give one of them";
        }

        if (RelativeTolerance is { } tolerance && !(tolerance is >= 1e-8 and <= 1e-1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--rtol {tolerance}: the relative tolerance must be from 1e-8 to 1e-1");
        }

        if (Threads is < 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--threads {Threads}: the number of threads must be 1 or more");
        }

        if (Reduction is not (null or "single-particle"))
        {
            yield return $"--reduction {Reduction}: the only reduction is 'single-particle'";
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
}

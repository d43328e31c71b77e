using System.Security.Cryptography;
using System.Text;
using Ionolith.Cells.Protocols;

namespace Ionolith.Reports;

/// <summary>Everything that the result of a run follows from.</summary>
/// <param name="InputText">The exact text of the cell's file.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="OtherFiles">Other files that the cell was read from: text by path in the folder of the run.</param>
/// <param name="OptionWords">Options that the run had, as words of the command line.</param>
public sealed record RunInput(string InputText, Protocol Protocol, IReadOnlyDictionary<string, string> OtherFiles, IReadOnlyList<string> OptionWords)
{
    /// <summary>The protocol as text, one item a line; its profiles are those of <see cref="Profiles"/>.</summary>
    public string ProtocolText
    {
        get
        {
            var names = ProfileNames();
            ProtocolStep Rename(ProtocolStep step) => step.Control.Profile is { } profile
                ? step with { Control = step.Control with { Profile = profile with { Name = names[profile] } } }
                : step;
            var renamed = Protocol with
            {
                Cycles = [.. Protocol.Cycles.Select(c => c with { Steps = [.. c.Steps.Select(Rename)] })],
            };
            return string.Concat(ProtocolWriter.Write(renamed).Select(item => item + "\n"));
        }
    }

    /// <summary>Command that repeats the run in the folder that holds its files.</summary>
    public string Command => string.Join(' ', (string[])["ionolith", "run", "input.yaml", "--protocol-file", "protocol.txt", .. OptionWords]);

    /// <summary>SHA-256 of everything that the result follows from: cell, other files, protocol, profiles, options; lower-case hexadecimal.</summary>
    public string Hash
    {
        get
        {
            var text = new StringBuilder(InputText).Append('\0').Append(ProtocolText).Append('\0');
            foreach (var (name, content) in OtherFiles.Concat(Profiles).OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                text.Append(name).Append('\0').Append(content).Append('\0');
            }

            text.AppendJoin(' ', OptionWords);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>Profiles that the protocol names, as CSV by path in the folder of the run.</summary>
    public IReadOnlyDictionary<string, string> Profiles
    {
        get
        {
            return ProfileNames().ToDictionary(
                n => n.Value,
                n => ProfileCsv(Controls().First(c => ReferenceEquals(c.Profile, n.Key)).Kind, n.Key),
                StringComparer.Ordinal);
        }
    }

    private IEnumerable<Control> Controls() =>
        Protocol.Cycles.SelectMany(c => c.Steps).Select(s => s.Control).Where(c => c.Profile is not null);

    /// <summary>A path for each profile; two files of the same name in different folders get different ones.</summary>
    private Dictionary<DriveCycle, string> ProfileNames()
    {
        var names = new Dictionary<DriveCycle, string>(ReferenceEqualityComparer.Instance);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var profile in Controls().Select(c => c.Profile!))
        {
            if (names.ContainsKey(profile))
            {
                continue;
            }

            var file = Path.GetFileName(profile.Name);
            var path = "profiles/" + file;
            for (var n = 2; !used.Add(path); n++)
            {
                path = string.Create(CultureInfo.InvariantCulture, $"profiles/{n}-{file}");
            }

            names[profile] = path;
        }

        return names;
    }

    private static string ProfileCsv(ControlKind kind, DriveCycle profile)
    {
        var value = kind switch
        {
            ControlKind.CRate => "current [C]",
            ControlKind.ArealCurrent => "current [A/m2]",
            ControlKind.Power => "power [W]",
            ControlKind.Voltage => "voltage [V]",
            _ => "current [A]",
        };
        var text = new StringBuilder("time [s],").Append(value).Append('\n');
        for (var i = 0; i < profile.Times.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{profile.Times[i]:R},{profile.Values[i]:R}\n");
        }

        return text.ToString();
    }
}

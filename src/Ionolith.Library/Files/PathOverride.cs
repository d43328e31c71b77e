namespace Ionolith.Library.Files;

/// <summary>A value that replaces one of a file: "separator.thickness=30um".</summary>
/// <param name="Path">Where, e.g. "cathode.active.lfp.radius"; layers by name, list entries by name, material or number from 1.</param>
/// <param name="Value">The new value as it would stand in the file.</param>
public sealed record PathOverride(string Path, string Value)
{
    /// <summary>Reads "path=value".</summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The override; null if the text is none.</param>
    /// <param name="error">What is wrong otherwise; empty if nothing is.</param>
    /// <returns>Whether the text is an override.</returns>
    public static bool TryParse(
        string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PathOverride? result, out string error)
    {
        ArgumentNullException.ThrowIfNull(text);
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string path = equals < 0 ? "" : text[..equals].Trim();
        string value = equals < 0 ? "" : text[(equals + 1)..].Trim();
        if (path.Length == 0 || value.Length == 0 || path.Split('.').Any(string.IsNullOrWhiteSpace))
        {
            result = null;
            error = $"expected path=value, such as separator.thickness=30um, but got \"{text}\"";
            return false;
        }

        result = new PathOverride(path, value);
        error = "";
        return true;
    }
}

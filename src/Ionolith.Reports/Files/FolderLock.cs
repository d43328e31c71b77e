namespace Ionolith.Reports.Files;

/// <summary>Keeps two processes from writing one folder of results at a time.</summary>
/// <remarks>
/// A file beside the folder is held open for nobody else. The system lets go of it with the process, however that ends: a run that was killed leaves an empty file
/// at most, which the next one takes over.
/// </remarks>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    /// <summary>Takes the folder.</summary>
    /// <param name="path">The folder as the user wrote it.</param>
    /// <param name="target">Its full path.</param>
    /// <param name="partialPrefix">How the name of the folder begins that a process makes beside it; the rest is the number of the process.</param>
    /// <returns>The lock; disposing it gives the folder free.</returns>
    /// <exception cref="ResultFolderException">Another process has it.</exception>
    /// <exception cref="IOException">Nothing can be written beside it.</exception>
    public static FolderLock Take(string path, string target, string partialPrefix)
    {
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        var file = Path.Combine(parent, $".{Path.GetFileName(target)}.lock");
        try
        {
            return new(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException e) when (File.Exists(file))
        {
            throw new ResultFolderException($"'{path}' is being written by another run{Holder(parent, partialPrefix)}: wait until it has ended, or name another folder", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    // The folder that the other has made tells its number.
    private static string Holder(string parent, string prefix) =>
        Directory.GetDirectories(parent, prefix + "*").Select(folder => Path.GetFileName(folder)[prefix.Length..]).FirstOrDefault(process => process.All(char.IsAsciiDigit)) is { } process
            ? $" (process {process})"
            : "";
}

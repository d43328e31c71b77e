namespace Ionolith.Reports.Files;

/// <summary>The files that the program writes into a folder of results; all others there are the user's and stay.</summary>
internal static class OwnFiles
{
    /// <summary>Marker of a run.</summary>
    public const string Summary = "summary.json";

    /// <summary>Checkpoint of an unfinished run.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>Rows of cycles that belong to the checkpoint.</summary>
    public const string CheckpointRows = "checkpoint-cycles";

    private const string Report = "report.html";

    /// <summary>Names of the results that a command may leave.</summary>
    /// <param name="marker">The file by which its folders are known.</param>
    /// <returns>Names within the folder, the marker first.</returns>
    public static IReadOnlyList<string> OfResults(string marker) => marker switch
    {
        Summary => [marker, Report, "series.csv", "cycles.csv", "losses.csv", "fields.npz", "input.yaml", "protocol.txt"],
        "reproduction.json" => [marker, Report, "curves.csv", "rate-tests.csv"],

        // All other commands write the same files each time, so that the new ones take the place of the old.
        _ => [marker, Report],
    };

    /// <summary>Moves what is not the program's from a folder of old results to that of the new ones.</summary>
    /// <param name="old">Folder of the old results.</param>
    /// <param name="target">Folder of the new ones; a file of it keeps its place.</param>
    /// <param name="marker">The file by which the folders are known.</param>
    /// <exception cref="IOException">Something cannot be moved; it stays where it was.</exception>
    public static void KeepOthers(string old, string target, string marker)
    {
        HashSet<string> own = new(OfResults(marker), StringComparer.Ordinal) { Checkpoint, Checkpoint + ".new", CheckpointRows };
        Move(new DirectoryInfo(old), target, own);
    }

    private static void Move(DirectoryInfo from, string to, HashSet<string> own)
    {
        foreach (var entry in from.EnumerateFileSystemInfos().Where(e => !own.Contains(e.Name)).ToList())
        {
            string place = Path.Combine(to, entry.Name);
            if (entry is FileInfo file && !Path.Exists(place))
            {
                file.MoveTo(place);
            }
            else if (entry is DirectoryInfo folder && !Path.Exists(place))
            {
                folder.MoveTo(place);
            }
            else if (entry is DirectoryInfo { LinkTarget: null } both && Directory.Exists(place))
            {
                Move(both, place, []);
            }
        }
    }
}

using Ionolith.Reports.Html;

namespace Ionolith.Reports.Microstructure;

/// <summary>Writes report.html of a microstructure: a section, what it conducts, what to put into the cell file.</summary>
public static class MicrostructureReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="record">The microstructure.</param>
    /// <returns>The page.</returns>
    public static string Write(MicrostructureRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var a = record.Analysis;
        string title = $"{record.Cell.Title}: {record.Electrode.Name} in voxels";
        var page = new HtmlPage(title);
        page.Head(
            $"{record.Cell.Id}: {record.Electrode.Name}",
            title,
            MicrostructureFacts.Drawn(record) + ".",
            ("tortuosity factor", Numbers.Text(a.TortuosityFactor, 3), "electrolyte, separator to collector"),
            ("electronic conductivity", $"{Numbers.Text(a.ElectronicConductivity, 3)} S/m", "active material and carbon"),
            ("contacted", $"{Numbers.Text(100 * a.ContactedFraction, 3)} %", "of the active surface"),
            ("utilisation", $"{Numbers.Text(100 * a.Utilisation, 4)} %", "of the active material"));
        page.Begin("section", "A section");
        var slice = a.Structure.Slice(a.Structure.Size.Z / 2);
        int pixels = Math.Max(1, 600 / slice.GetLength(0));
        page.Body.Append(CultureInfo.InvariantCulture, $"<p><img alt=\"section through the electrode\" style=\"max-width:100%;image-rendering:pixelated;border:1px solid #b6bec8\" src=\"{SectionPicture.DataAddress(slice, pixels)}\"></p><p>");
        foreach (var (phase, color) in SectionPicture.Legend.Where(l => a.Structure.Fraction(l.Phase) > 0))
        {
            page.Body.Append(CultureInfo.InvariantCulture, $"<span class=\"part\"><i style=\"background:{color}\"></i>{phase.ToString().ToLowerInvariant()}</span>");
        }

        page.Body.Append("</p>");
        page.Note($"{Numbers.Length(slice.GetLength(0) * a.Structure.Voxel)} wide; the separator is on the left, the collector on the right.");
        page.End();
        page.Begin("figures", "What it conducts");
        page.Table(["", "#network", "#the cell now"], MicrostructureFacts.Of(record).Select(r => (IReadOnlyList<string>)[r.Name, HtmlText.Spelled(r.Value), HtmlText.Spelled(r.Now)]));
        page.Note("The contact area is that of the voxel faces over 3/2, since the faces of a staircase have 3/2 of the area of an isotropic surface.");
        page.End();
        page.Begin("file", "For the cell file");
        foreach (string line in MicrostructureFacts.ForTheFile(record))
        {
            page.Paragraph($"--set \"{line}\"");
        }

        page.End();
        return page.Write();
    }
}

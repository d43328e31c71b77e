using System.Text.Json;
using Ionolith.Cells.Microstructure;
using Ionolith.Reports.Files;

namespace Ionolith.Reports.Microstructure;

/// <summary>Writes a microstructure as JSON: quantities as {value, unit}; a number that does not exist is null.</summary>
public static class MicrostructureJson
{
    /// <summary>Writes a microstructure.</summary>
    /// <param name="record">The microstructure.</param>
    /// <returns>The document.</returns>
    public static string Write(MicrostructureRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var a = record.Analysis;
        return JsonWriting.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("cell", record.Cell.Id);
            json.WriteString("electrode", record.Electrode.Name);
            json.WriteNumber("size", a.Structure.Size.X);
            json.WriteNumber("seed", record.Options.Seed);
            json.WriteQuantity("voxel", a.Structure.Voxel * 1e6, "um");
            json.WriteStartObject("fractions");
            foreach (var phase in Enum.GetValues<VoxelPhase>())
            {
                json.WriteQuantity(phase.ToString().ToLowerInvariant(), a.Structure.Fraction(phase), "1");
            }

            json.WriteEndObject();
            json.WriteQuantity("ionic_efficiency", a.IonicEfficiency, "1");
            json.WriteQuantity("tortuosity_factor", a.TortuosityFactor, "1");
            json.WriteQuantity("bruggeman_exponent", a.BruggemanExponent, "1");
            json.WriteQuantity("electronic_conductivity", a.ElectronicConductivity, "S/m");
            json.WriteQuantity("contacted_fraction", a.ContactedFraction, "1");
            json.WriteQuantity("contact_area", a.ContactArea, "1/m");
            json.WriteQuantity("utilisation", a.Utilisation, "1");
            json.WriteQuantity("joined_electrolyte", a.JoinedElectrolyte, "1");
            json.WriteNumber("iterations_ions", a.Iterations.Ions);
            json.WriteNumber("iterations_electrons", a.Iterations.Electrons);
            json.WriteStrings("for_the_cell_file", MicrostructureFacts.ForTheFile(record));
            json.WriteEndObject();
        });
    }

}

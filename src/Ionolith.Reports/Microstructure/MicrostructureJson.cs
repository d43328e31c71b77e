using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ionolith.Cells.Microstructure;

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
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("cell", record.Cell.Id);
            json.WriteString("electrode", record.Electrode.Name);
            json.WriteNumber("size", a.Structure.Size.X);
            json.WriteNumber("seed", record.Options.Seed);
            Quantity(json, "voxel", a.Structure.Voxel * 1e6, "um");
            json.WriteStartObject("fractions");
            foreach (var phase in Enum.GetValues<VoxelPhase>())
            {
                Quantity(json, phase.ToString().ToLowerInvariant(), a.Structure.Fraction(phase), "1");
            }

            json.WriteEndObject();
            Quantity(json, "ionic_efficiency", a.IonicEfficiency, "1");
            Quantity(json, "tortuosity_factor", a.TortuosityFactor, "1");
            Quantity(json, "bruggeman_exponent", a.BruggemanExponent, "1");
            Quantity(json, "electronic_conductivity", a.ElectronicConductivity, "S/m");
            Quantity(json, "contacted_fraction", a.ContactedFraction, "1");
            Quantity(json, "contact_area", a.ContactArea, "1/m");
            Quantity(json, "utilisation", a.Utilisation, "1");
            Quantity(json, "joined_electrolyte", a.JoinedElectrolyte, "1");
            json.WriteNumber("iterations_ions", a.Iterations.Ions);
            json.WriteNumber("iterations_electrons", a.Iterations.Electrons);
            json.WriteStartArray("for_the_cell_file");
            foreach (string line in MicrostructureFacts.ForTheFile(record))
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Quantity(Utf8JsonWriter json, string name, double value, string unit)
    {
        json.WriteStartObject(name);
        if (double.IsFinite(value))
        {
            json.WriteNumber("value", value);
        }
        else
        {
            json.WriteNull("value");
        }

        json.WriteString("unit", unit);
        json.WriteEndObject();
    }
}

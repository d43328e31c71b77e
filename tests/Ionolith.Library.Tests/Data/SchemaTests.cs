using System.Text.Json;
using Ionolith.Library.Review;
using Ionolith.Library.Tests.Reading;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Ionolith.Library.Tests.Data;

/// <summary>The files against the schemas that editors use, by a checker of the few keywords that the schemas use.</summary>
public sealed class SchemaTests
{
    private static readonly Dictionary<string, JsonElement> Roots = new(StringComparer.Ordinal)
    {
        ["cell.schema.json"] = JsonDocument.Parse(CellLibrary.Schema("cell")).RootElement,
        ["material.schema.json"] = JsonDocument.Parse(CellLibrary.Schema("material")).RootElement,
        ["system.schema.json"] = JsonDocument.Parse(CellLibrary.Schema("system")).RootElement,
        ["ageing.schema.json"] = JsonDocument.Parse(CellLibrary.Schema("ageing")).RootElement,
        ["laws.schema.json"] = JsonDocument.Parse(CellLibrary.Schema("laws")).RootElement,
    };

    public static TheoryData<string> Cells => LibraryFilesTests.Cells;

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_library_file_fits_its_schema(string id) => Assert.All(CellLibrary.LoadCell(id).Inputs, file =>
    {
        string schema = file.Name.StartsWith("library:cells/", StringComparison.Ordinal) ? "cell.schema.json" : "material.schema.json";
        Assert.Empty(Check(file.Text, schema));
        Assert.StartsWith($"# yaml-language-server: $schema=../schema/{schema}\n", file.Text, StringComparison.Ordinal);
    });

    public static TheoryData<string> Systems => [.. ReviewLibrary.Systems().Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(Systems))]
    public void Every_system_fits_the_schema(string id)
    {
        using var stream = typeof(CellLibrary).Assembly.GetManifestResourceStream($"library:systems/{id}.yaml")!;
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd();

        Assert.Empty(Check(text, "system.schema.json"));
        Assert.StartsWith("# yaml-language-server: $schema=../schema/system.schema.json\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_of_the_laws_is_the_one_that_the_laws_write() => Assert.Equal(PropertyLaws.Schema(), CellLibrary.Schema("laws"));

    [Fact]
    public void The_schema_of_ageing_is_the_one_that_the_cards_write() => Assert.Equal(AgeingLawTexts.Schema(), CellLibrary.Schema("ageing"));

    [Fact]
    public void The_tests_own_sample_fits_the_schema() => Assert.Empty(Check(SampleFile.Text, "cell.schema.json"));

    [Theory]
    [InlineData("title: Sample", "colour: blue", "unknown key \"colour\"")]
    [InlineData("    thickness: 30 um\n", "", "layers[1]: fits none of the alternatives")]
    [InlineData("area: 2 cm2\n", "", "\"area\" is missing")]
    public void The_checker_finds_what_the_schema_forbids(string from, string to, string expected) =>
        Assert.Contains(expected, string.Join('\n', Check(SampleFile.Text.Replace(from, to, StringComparison.Ordinal), "cell.schema.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("cell.schema.json", "properties", "area", "layers", "contacts", "mesh", "heat", "protocol", "nominal-capacity", "temperature", "voltage", "stack")]
    [InlineData("material.schema.json", "definitions/material/properties", "salt", "open-circuit-potential", "conductivity", "stoichiometry-window")]
    public void The_schema_has_the_keys_that_the_reader_knows(string schema, string path, params string[] keys)
    {
        var node = path.Split('/').Aggregate(Roots[schema], (n, s) => n.GetProperty(s));

        Assert.All(keys, k => Assert.True(node.TryGetProperty(k, out _), k));
    }

    private static List<string> Check(string yaml, string schema)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Check(stream.Documents[0].RootNode, Roots[schema], schema, "");
    }

    private static List<string> Check(YamlNode node, JsonElement schema, string file, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            string[] parts = reference.GetString()!.Split('#');
            string target = parts[0].Length == 0 ? file : parts[0];
            var resolved = parts[1].Trim('/').Split('/').Aggregate(Roots[target], (n, s) => n.GetProperty(s));
            return Check(node, resolved, target, path);
        }

        if (schema.TryGetProperty("anyOf", out var alternatives))
        {
            var attempts = alternatives.EnumerateArray().Select(a => Check(node, a, file, path)).ToList();
            return attempts.Exists(a => a.Count == 0) ? [] : [$"{path}: fits none of the alternatives: {string.Join(" | ", attempts.Select(a => a[0]))}"];
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            return words.EnumerateArray().Any(w => string.Equals(w.GetString(), (node as YamlScalarNode)?.Value, StringComparison.Ordinal))
                ? [] : [$"{path}: \"{node}\" is none of {words}"];
        }

        string[] types = !schema.TryGetProperty("type", out var type) ? []
            : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];
        return node switch
        {
            YamlMappingNode mapping when types.Contains("object", StringComparer.Ordinal) => CheckMapping(mapping, schema, file, path),
            YamlSequenceNode list when types.Contains("array", StringComparer.Ordinal) =>
                [.. list.Children.SelectMany((item, i) => Check(item, schema.GetProperty("items"), file, $"{path}[{i}]"))],
            YamlScalarNode when types.Any(t => t is "string" or "number" or "integer" or "boolean") => [],
            _ => [$"{path}: expected {string.Join(" or ", types)}"],
        };
    }

    private static List<string> CheckMapping(YamlMappingNode mapping, JsonElement schema, string file, string path)
    {
        var problems = new List<string>();
        var named = schema.TryGetProperty("properties", out var some) ? some : default;
        bool anyName = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object;
        foreach (var (key, value) in mapping.Children)
        {
            string name = ((YamlScalarNode)key).Value!;
            JsonElement property = others;
            if ((named.ValueKind == JsonValueKind.Object && named.TryGetProperty(name, out property)) || anyName)
            {
                problems.AddRange(Check(value, property.ValueKind == JsonValueKind.Undefined ? others : property, file, path.Length == 0 ? name : $"{path}.{name}"));
            }
            else
            {
                problems.Add($"{path}: unknown key \"{name}\"");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            problems.AddRange(required.EnumerateArray()
                .Where(r => !mapping.Children.ContainsKey(new YamlScalarNode(r.GetString())))
                .Select(r => $"{path}: \"{r.GetString()}\" is missing"));
        }

        return problems;
    }
}

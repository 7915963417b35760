using System.Text.Json.Serialization;

namespace Mrap.Core.Drills.Reports;

/// <summary>How reports are written as JSON, made when the code is compiled.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(RegionIdConverter), typeof(EnumNameConverter<DrillStage>), typeof(EnumNameConverter<DrillObjectiveKind>)])]
[JsonSerializable(typeof(ReportDocument))]
[JsonSerializable(typeof(SchemaDocument))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mrap.Core.Drills.Reports;

/// <summary>A value of an enumeration as its name in camel case; numbers are not read.</summary>
internal sealed class EnumNameConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

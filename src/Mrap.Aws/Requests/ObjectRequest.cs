using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Requests;

/// <summary>A request to send through an access point.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Key">The key of the object; the prefix of the keys for a list.</param>
/// <param name="VantageId">Where the client stands, a Region code or a city's id; null for where it really is. AWS does not look at
/// it.</param>
/// <param name="Body">The bytes to put; nothing for the other verbs.</param>
/// <param name="ContentType">The content type to put; null for the service's own.</param>
/// <param name="VersionId">The version to get, head or delete; null for the current one.</param>
/// <param name="MaxKeys">The most keys to list, 1 to 1000.</param>
public sealed record ObjectRequest(
    AccessPoint AccessPoint,
    ObjectVerb Verb,
    string Key,
    string? VantageId = null,
    ReadOnlyMemory<byte> Body = default,
    string? ContentType = null,
    string? VersionId = null,
    int MaxKeys = 100);

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A checksum kept for a body.</summary>
/// <param name="Type">Over the whole body, or over the checksums of its parts.</param>
/// <param name="Value">Base64, with <c>-N</c> behind it for a composite of N parts.</param>
internal sealed record ObjectChecksum(ChecksumAlgorithm Algorithm, ChecksumType Type, string Value);

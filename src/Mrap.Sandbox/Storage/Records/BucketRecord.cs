using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A bucket as stored in its Region.</summary>
/// <param name="Name">The name, unique in the whole sandbox.</param>
/// <param name="Owner">The account that owns it.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="Versioning">Whether it keeps versions.</param>
internal sealed record BucketRecord(BucketName Name, AccountId Owner, DateTimeOffset CreatedAt, VersioningState Versioning);

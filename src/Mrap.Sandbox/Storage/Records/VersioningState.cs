namespace Mrap.Sandbox.Storage.Records;

/// <summary>Whether a bucket keeps versions.</summary>
internal enum VersioningState
{
    /// <summary>Versioning was never turned on.</summary>
    Unversioned,

    /// <summary>Every write makes a version with an ID of its own.</summary>
    Enabled,

    /// <summary>Versions made before stay; a new write replaces the null version.</summary>
    Suspended,
}

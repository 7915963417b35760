namespace Mrap.Sandbox.Storage.Records;

/// <summary>What a checksum of a multipart object is over.</summary>
internal enum ChecksumType
{
    /// <summary>Over the whole body.</summary>
    FullObject,

    /// <summary>Over the checksums of the parts.</summary>
    Composite,
}

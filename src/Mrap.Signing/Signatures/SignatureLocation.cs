namespace Mrap.Signing.Signatures;

/// <summary>Where a request carries its signature.</summary>
public enum SignatureLocation
{
    /// <summary>In the Authorization header.</summary>
    Header,

    /// <summary>In the query: a presigned URL.</summary>
    Query,
}

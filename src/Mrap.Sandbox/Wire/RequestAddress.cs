using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Sandbox.Wire;

/// <summary>
/// What a request is addressed to: decided from its Host, its raw path and the service its signature names, and from nothing else.
/// </summary>
internal abstract record RequestAddress
{
    private RequestAddress()
    {
    }

    /// <summary>The service behind the address, whose name the signature must bear and in whose form errors are written.</summary>
    public abstract AwsService Service { get; }

    /// <summary>A bucket, an access point, what is in them, or the root of S3.</summary>
    /// <param name="Key">The key, decoded once; null for the bucket, access point or root itself.</param>
    internal abstract record DataPlane(string? Key) : RequestAddress;

    /// <summary>An object of an access point, or the access point itself, by its global host name.</summary>
    /// <param name="Alias">The alias as it stands in the host; not checked.</param>
    /// <param name="Key">The key, decoded once; null for the access point itself.</param>
    internal sealed record AccessPoint(string Alias, string? Key) : DataPlane(Key)
    {
        /// <inheritdoc/>
        public override AwsService Service => AwsService.S3Global;
    }

    /// <summary>The global host name of access points without an alias in front.</summary>
    internal sealed record GlobalHost : RequestAddress
    {
        /// <inheritdoc/>
        public override AwsService Service => AwsService.S3Global;
    }

    /// <summary>A bucket or an object in it.</summary>
    /// <param name="Endpoint">The Region in the host name; null for the global and the direct endpoint.</param>
    /// <param name="Name">The name of the bucket, decoded, not checked.</param>
    /// <param name="Key">The key, decoded once; null for the bucket itself.</param>
    /// <param name="IsDirect">Whether the host is this machine, where the Region of the signature counts as the endpoint's.</param>
    /// <param name="IsVirtualHost">Whether the bucket stands in the host name.</param>
    internal sealed record Bucket(RegionId? Endpoint, string Name, string? Key, bool IsDirect, bool IsVirtualHost) : DataPlane(Key)
    {
        /// <inheritdoc/>
        public override AwsService Service => AwsService.S3;
    }

    /// <summary>The root of S3, where buckets are listed.</summary>
    /// <param name="Endpoint">The Region in the host name; null for the global and the direct endpoint.</param>
    /// <param name="IsDirect">Whether the host is this machine.</param>
    internal sealed record Root(RegionId? Endpoint, bool IsDirect) : DataPlane((string?)null)
    {
        /// <inheritdoc/>
        public override AwsService Service => AwsService.S3;
    }

    /// <summary>S3 Control.</summary>
    /// <param name="HostAccount">The account in front of the host; null when there is none.</param>
    /// <param name="Endpoint">The Region in the host name; null on the direct endpoint.</param>
    /// <param name="Path">The path as it came.</param>
    internal sealed record Control(AccountId? HostAccount, RegionId? Endpoint, string Path) : RequestAddress
    {
        /// <inheritdoc/>
        public override AwsService Service => AwsService.S3Control;
    }

    /// <summary>One of the services that are not S3.</summary>
    /// <param name="Of">The service.</param>
    /// <param name="Endpoint">The Region in the host name; null on a global name and on the direct endpoint.</param>
    internal sealed record Other(AwsService Of, RegionId? Endpoint) : RequestAddress
    {
        /// <inheritdoc/>
        public override AwsService Service => Of;
    }

    /// <summary>A host name for which the sandbox does not stand.</summary>
    internal sealed record UnknownHost(string Host) : RequestAddress
    {
        /// <inheritdoc/>
        public override AwsService Service => AwsService.S3;
    }

    /// <summary>A path that cannot be decoded.</summary>
    internal sealed record MalformedPath(AwsService Of) : RequestAddress
    {
        /// <inheritdoc/>
        public override AwsService Service => Of;
    }
}

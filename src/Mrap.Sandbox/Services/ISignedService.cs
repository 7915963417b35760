using Mrap.Sandbox.Network;
using Mrap.Sandbox.S3;

namespace Mrap.Sandbox.Services;

/// <summary>A service besides S3 whose calls are signed and small.</summary>
internal interface ISignedService
{
    /// <summary>Which service it is.</summary>
    AwsService Service { get; }

    /// <summary>Answers a call.</summary>
    /// <exception cref="S3Exception">The call is refused.</exception>
    Task ServeAsync(ServiceCall call);
}

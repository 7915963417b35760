using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Services;

/// <summary>A service besides S3 whose calls are signed and small.</summary>
internal interface ISignedService
{
    /// <summary>Which service it is.</summary>
    AwsService Service { get; }

    /// <summary>The most bytes of a call.</summary>
    int MaxBody => SignedServices.DefaultMaxBody;

    /// <summary>Answers a call.</summary>
    /// <exception cref="ServiceException">The call is refused.</exception>
    Task ServeAsync(ServiceCall call);
}

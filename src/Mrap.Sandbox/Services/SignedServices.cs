using System.Collections.Frozen;
using System.Security.Cryptography;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Bodies;

namespace Mrap.Sandbox.Services;

/// <summary>Reads and authenticates the calls of every service besides S3, and hands each to its service.</summary>
internal sealed class SignedServices(Authenticator authenticator, IEnumerable<ISignedService> services, TimeProvider time)
{
    /// <summary>The most bytes of a call to a service that takes no longer ones.</summary>
    public const int DefaultMaxBody = 256 * 1024;

    private static readonly Authentication s_unsigned = new(new Caller.Anonymous(), PayloadDeclaration.Unsigned, null);

    private readonly FrozenDictionary<AwsService, ISignedService> _services = services.ToFrozenDictionary(service => service.Service);

    /// <summary>Answers a call.</summary>
    /// <exception cref="ServiceException">The call is refused.</exception>
    public async Task ServeAsync(Exchange exchange, RequestAddress.Other address)
    {
        exchange.Observation.Service = address.Of;
        var body = await ReadAsync(exchange, _services.GetValueOrDefault(address.Of)?.MaxBody ?? DefaultMaxBody);
        exchange.Observation.BytesIn = body.Length;
        var caller = Authenticate(exchange, address.Of, Convert.ToHexStringLower(SHA256.HashData(body)));
        exchange.Observation.Caller = caller.Arn;
        var call = new ServiceCall(exchange, caller, address.Endpoint, body);
        if (!_services.TryGetValue(address.Of, out var service))
        {
            throw QueryErrors.InvalidAction(ActionOf(call));
        }

        await service.ServeAsync(call);
    }

    private static string ActionOf(ServiceCall call) =>
        call.Exchange.Http.Request.Headers.TryGetValue("X-Amz-Target", out var target)
            ? target.ToString().Split('.')[^1]
            : QueryForm.Read(call).Action;

    private async Task<byte[]> ReadAsync(Exchange exchange, int limit)
    {
        await using var body = RequestBody.Open(exchange.Http.Request, s_unsigned, time);
        return await WholeBody.ReadAsync(body, limit, exchange.Http.RequestAborted);
    }

    private Caller.Signed Authenticate(Exchange exchange, AwsService service, string payloadHash)
    {
        var signature = exchange.Signature
            ?? throw ServiceException.Of(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        var expected = service.SigningName;
        if (signature.Scope.Service != expected)
        {
            throw ServiceException.Of(403, "SignatureDoesNotMatch", $"Credential should be scoped to correct service: '{expected}'. ");
        }

        var authentication = authenticator.Verify(exchange.Http.Request, exchange.Target, signature, service, payloadHash);
        return (Caller.Signed)authentication.Caller;
    }
}

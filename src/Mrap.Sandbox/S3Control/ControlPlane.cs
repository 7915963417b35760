using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Faults;
using Mrap.Signing.Signatures;

namespace Mrap.Sandbox.S3Control;

/// <summary>
/// Serves S3 Control: finds the operation, the account and the Region, and refuses what may not be
/// (AWS page "Multi-Region Access Point restrictions and limitations").
/// </summary>
internal sealed class ControlPlane(
    Authenticator authenticator,
    ControlDirectory operations,
    ControlAccess access,
    RegionConditions conditions,
    SandboxOptions options,
    TimeProvider time)
{
    private const int MaxDocument = 256 * 1024;
    private const string AccountHeader = "x-amz-account-id";

    /// <summary>Answers a call.</summary>
    /// <exception cref="ServiceException">The call is refused.</exception>
    public async Task ServeAsync(Exchange exchange, RequestAddress.Control address)
    {
        var http = exchange.Http;
        var (operation, argument) = operations.Require(http.Request.Method, address.Path);
        exchange.Observation.Operation = operation.Name;
        var signature = exchange.Signature ?? throw ServiceErrors.AccessDenied();
        if (signature.Scope.Service != "s3")
        {
            throw ServiceException.Of(SignatureFaults.WrongService(signature, "s3"));
        }

        var region = RegionOf(signature, address);

        // A Region that is lost takes its control endpoint along: that is why five of them change routes.
        conditions.RequireReachable(region);
        var authentication = authenticator.Verify(
            http.Request, exchange.Target, signature, AwsService.S3Control, payloadHash: null, conditions.SkewOf(region));
        var caller = (Caller.Signed)authentication.Caller;
        exchange.Observation.Caller = caller.Arn;
        exchange.Observation.Region = region.Value;
        var account = AccountOf(exchange, address, caller);
        CheckRegion(operation, region);
        using var turn = operation.Enter?.Invoke(argument);
        await using var body = RequestBody.Open(http.Request, authentication, time);
        var bytes = await WholeBody.ReadAsync(body, MaxDocument, http.RequestAborted);
        exchange.Observation.BytesIn = bytes.Length;
        ControlDigests.Check(http.Request, bytes);
        var call = new ControlCall(exchange, operation, caller, account, region, argument, bytes);
        access.Require(call);
        await operation.Handler(call);
    }

    // On the direct endpoint the Region of the signature counts as the endpoint's.
    private static RegionId RegionOf(RequestSignature signature, RequestAddress.Control address)
    {
        var expected = address.Endpoint
            ?? (RegionId.Parse(signature.Scope.Region).TryGet(out var scope) ? scope : RegionCatalog.Management);
        return RegionCatalog.Find(expected) is { IsCommercial: true } && signature.HoldsIn(expected.Value)
            ? expected
            : throw ServiceException.Of(SignatureFaults.WrongRegion(signature, (address.Endpoint ?? RegionCatalog.Management).Value));
    }

    private static AccountId AccountOf(Exchange exchange, RequestAddress.Control address, Caller.Signed caller)
    {
        var account = address.HostAccount ?? caller.Account;
        if (exchange.Http.Request.Headers.TryGetValue(AccountHeader, out var header))
        {
            if (!AccountId.Parse(header.ToString()).TryGet(out var named))
            {
                throw ServiceErrors.InvalidRequest("The x-amz-account-id header must be an account number of 12 digits.");
            }

            if (address.HostAccount is { } host && host != named)
            {
                throw ServiceErrors.AccessDenied();
            }

            account = named;
        }

        return account == caller.Account ? account : throw ServiceErrors.AccessDenied();
    }

    private void CheckRegion(ControlOperation operation, RegionId region)
    {
        if (!options.StrictRegions)
        {
            return;
        }

        switch (operation.Regions)
        {
            case ControlRegions.RouteControl when !RegionCatalog.RouteControl.Contains(region):
                throw Redirect(
                    $"This operation is only available in the following Regions: {string.Join(", ", RegionCatalog.RouteControl)}.");
            case ControlRegions.Management when region != RegionCatalog.Management:
                throw Redirect($"This operation is only available in the {RegionCatalog.Management} Region.");
            default:
                break;
        }
    }

    private static ServiceException Redirect(string message) => ServiceException.Of(
        301,
        "PermanentRedirect",
        message + " Please send all future requests to this endpoint.",
        ("Endpoint", $"s3-control.{RegionCatalog.Management}.amazonaws.com"));
}

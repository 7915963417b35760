using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Faults;
using Mrap.Signing.Signatures;

namespace Mrap.Sandbox.S3Control;

/// <summary>
/// Serves S3 Control: finds the operation, the account and the Region, and refuses what may not be.
/// </summary>
internal sealed class ControlPlane(
    Authenticator authenticator,
    ControlAccess access,
    AsyncRequests asyncRequests,
    AccessPointReports reports,
    RouteOperations routes,
    AccountBlockOperations accountBlock,
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
        var path = ControlPath.Read(http.Request.Method, address.Path);
        var signature = exchange.Signature ?? throw ServiceErrors.AccessDenied();
        if (signature.Scope.Service != "s3")
        {
            throw ServiceException.Of(SignatureFaults.WrongService(signature, "s3"));
        }

        var region = RegionOf(signature, address);
        var authentication = authenticator.Verify(http.Request, exchange.Target, signature, AwsService.S3Control);
        var caller = (Caller.Signed)authentication.Caller;
        var account = AccountOf(exchange, address, caller);
        CheckRegion(path.Operation, region);
        using var turn = routes.Enter(path);
        await using var body = RequestBody.Open(http.Request, authentication, time);
        var bytes = await WholeBody.ReadAsync(body, MaxDocument, http.RequestAborted);
        ControlDigests.Check(http.Request, bytes);
        var call = new ControlCall(exchange, caller, account, region, path.Argument, bytes);
        access.Require(call, path.Operation);
        await ServeAsync(path.Operation, call);
    }

    private Task ServeAsync(ControlOperation operation, ControlCall call) => operation switch
    {
        ControlOperation.CreateMultiRegionAccessPoint => asyncRequests.CreateAsync(call),
        ControlOperation.DeleteMultiRegionAccessPoint => asyncRequests.DeleteAsync(call),
        ControlOperation.PutMultiRegionAccessPointPolicy => asyncRequests.PutPolicyAsync(call),
        ControlOperation.DescribeMultiRegionAccessPointOperation => asyncRequests.DescribeAsync(call),
        ControlOperation.GetMultiRegionAccessPoint => reports.GetAsync(call),
        ControlOperation.ListMultiRegionAccessPoints => reports.ListAsync(call),
        ControlOperation.GetMultiRegionAccessPointPolicy => reports.GetPolicyAsync(call),
        ControlOperation.GetMultiRegionAccessPointPolicyStatus => reports.GetPolicyStatusAsync(call),
        ControlOperation.GetMultiRegionAccessPointRoutes => routes.GetAsync(call),
        ControlOperation.SubmitMultiRegionAccessPointRoutes => routes.SubmitAsync(call),
        ControlOperation.GetPublicAccessBlock => accountBlock.GetAsync(call),
        ControlOperation.PutPublicAccessBlock => accountBlock.PutAsync(call),
        ControlOperation.DeletePublicAccessBlock => accountBlock.DeleteAsync(call),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

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
        if (
            !options.StrictRegions || operation is ControlOperation.GetPublicAccessBlock or ControlOperation.PutPublicAccessBlock
                or ControlOperation.DeletePublicAccessBlock)
        {
            return;
        }

        if (operation is ControlOperation.GetMultiRegionAccessPointRoutes or ControlOperation.SubmitMultiRegionAccessPointRoutes)
        {
            if (!RegionCatalog.RouteControl.Contains(region))
            {
                throw Redirect(
                    $"This operation is only available in the following Regions: {string.Join(", ", RegionCatalog.RouteControl)}.");
            }
        }
        else if (region != RegionCatalog.Management)
        {
            throw Redirect($"This operation is only available in the {RegionCatalog.Management} Region.");
        }
    }

    private static ServiceException Redirect(string message) => ServiceException.Of(
        301,
        "PermanentRedirect",
        message + " Please send all future requests to this endpoint.",
        ("Endpoint", $"s3-control.{RegionCatalog.Management}.amazonaws.com"));
}

using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Mrap.Policy.Text;
using Mrap.Sandbox.Admin;
using Mrap.Sandbox.DataPlane;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3Control;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Sts;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Hosting;

/// <summary>Answers every request: one terminal delegate, without routing or middleware.</summary>
internal sealed class RequestPipeline(
    DataPlaneService data, AddressReader addresses, ControlPlane control, SignedServices services, AdminInterface admin,
    ILogger<RequestPipeline> logger)
{
    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var ids = RequestIds.Assign(http);
        var target = WireTarget.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        RequestAddress? address = null;
        try
        {
            address = addresses.Read(http.Request.Headers.Host.ToString(), target.Path, service: null);
            if (address is RequestAddress.SandboxControl own)
            {
                await admin.ServeAsync(http, own.Path);
                return;
            }

            var signature = Authenticator.Read(http.Request, target);
            if (signature is not null)
            {
                address = addresses.Read(http.Request.Headers.Host.ToString(), target.Path, signature.Scope.Service);
            }

            await ServeAsync(new Exchange(http, ids, target, signature), address);
        }
        catch (ServiceException refusal)
        {
            await ErrorAnswer.WriteAsync(http, refusal.Error, (address?.Service.Errors ?? ErrorForm.Flat), ids, target.Path);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone: there is nobody to answer.
        }
        catch (ConnectionResetException)
        {
            http.Abort();
        }
#pragma warning disable CA1031 // whatever went wrong, the client gets an answer and the process goes on
        catch (Exception fault)
#pragma warning restore CA1031
        {
            HostingLog.RequestFailed(logger, fault, ids.RequestId, http.Request.Method);
            await ErrorAnswer.WriteAsync(http, ServiceErrors.Internal, (address?.Service.Errors ?? ErrorForm.Flat), ids, target.Path);
        }
    }

    private Task ServeAsync(Exchange exchange, RequestAddress address) => address switch
    {
        RequestAddress.AccessPoint point => data.ServeAccessPointAsync(exchange, point),
        RequestAddress.Bucket bucket => data.ServeBucketAsync(exchange, bucket),
        RequestAddress.Root root when IsQueryForm(exchange) =>
            services.ServeAsync(exchange, new RequestAddress.Other(StsService.Descriptor, root.Endpoint)),
        RequestAddress.Root root => data.ServeRootAsync(exchange, root),
        RequestAddress.Control call => control.ServeAsync(exchange, call),
        RequestAddress.Other other => services.ServeAsync(exchange, other),
        RequestAddress.GlobalHost => throw ServiceErrors.InvalidRequest(
            "The host names no Multi-Region Access Point: it must be {alias}.accesspoint.s3-global.amazonaws.com."),
        RequestAddress.MalformedPath => throw ServiceErrors.InvalidUri(),
        RequestAddress.UnknownHost unknown =>
            throw ServiceErrors.InvalidRequest($"`{DisplayText.Truncate(unknown.Host)}` is not a name that this sandbox simulates."),
        RequestAddress.SandboxControl => throw new InvalidOperationException("answered before"),
        _ => throw new InvalidOperationException($"unknown address {address.GetType().Name}"),
    };

    // An unsigned call of a query service on the direct endpoint is told from S3 by its form alone.
    private static bool IsQueryForm(Exchange exchange) =>
        exchange.Signature is null
        && HttpMethods.IsPost(exchange.Http.Request.Method)
        && exchange.Http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
}

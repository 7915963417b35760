using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Mrap.Policy.Text;
using Mrap.Sandbox.Admin;
using Mrap.Sandbox.DataPlane;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3Control;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Sts;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Signatures;

namespace Mrap.Sandbox.Hosting;

/// <summary>Answers every request: one terminal delegate, without routing or middleware.</summary>
internal sealed class RequestPipeline(
    DataPlaneService data, AddressReader addresses, ControlPlane control, SignedServices services, AdminInterface admin,
    RequestObservers observers, ILogger<RequestPipeline> logger)
{
    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var ids = RequestIds.Assign(http);
        var target = WireTarget.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var own = AddressReader.SandboxPathOf(http.Request.Headers.Host.ToString(), target.Path);
        var observation = own is null ? observers.Begin(http, ids) : null;
        ServiceError? error = null;
        var isAnswered = false;
        try
        {
            error = await TryServeAsync(http, ids, target, own, observation);
            isAnswered = error is null || !http.Response.HasStarted;
            if (error is not null)
            {
                ErrorAnswer.Write(http, error, (observation?.Service?.Errors ?? ErrorForm.Flat).For(http.Request), ids, target.Path);
            }
        }
        catch (Exception gone) when (IsGone(http, gone))
        {
            isAnswered = false;
            http.Abort();
        }
        finally
        {
            if (observation is not null)
            {
                observers.End(observation, error, isAnswered);
            }
        }
    }

    // there is nobody to answer
    private static bool IsGone(HttpContext http, Exception fault) =>
        fault is ConnectionResetException || (fault is OperationCanceledException && http.RequestAborted.IsCancellationRequested);

    private async Task<ServiceError?> TryServeAsync(
        HttpContext http, RequestIds ids, WireTarget target, string? own, RequestObservation? observation)
    {
        try
        {
            await (observation is null ? admin.ServeAsync(http, own!) : ServeAsync(http, ids, target, observation));
            return null;
        }
        catch (ServiceException refusal)
        {
            return refusal.Error;
        }
#pragma warning disable CA1031 // whatever went wrong, the client gets an answer and the process goes on
        catch (Exception fault) when (!IsGone(http, fault))
#pragma warning restore CA1031
        {
            HostingLog.RequestFailed(logger, fault, ids.RequestId, http.Request.Method);
            return ServiceErrors.Internal;
        }
    }

    private Task ServeAsync(HttpContext http, RequestIds ids, WireTarget target, RequestObservation observation)
    {
        var host = http.Request.Headers.Host.ToString();
        RequestSignature? signature;
        try
        {
            signature = Authenticator.Read(http.Request, target);
        }
        catch (ServiceException)
        {
            // the answer still has the form of the service that was addressed
            observation.Service = addresses.Read(host, target.Path, service: null).Service;
            throw;
        }

        var address = addresses.Read(host, target.Path, signature?.Scope.Service);
        observation.Service = address is RequestAddress.UnknownHost ? null : address.Service;
        return ServeAsync(new Exchange(http, ids, target, observation, signature), address);
    }

    private Task ServeAsync(Exchange exchange, RequestAddress address) => address switch
    {
        RequestAddress.Root root when IsQueryForm(exchange) =>
            services.ServeAsync(exchange, new RequestAddress.Other(StsService.Descriptor, root.Endpoint)),
        RequestAddress.DataPlane wanted => data.ServeAsync(exchange, wanted),
        RequestAddress.Control call => control.ServeAsync(exchange, call),
        RequestAddress.Other other => services.ServeAsync(exchange, other),
        RequestAddress.GlobalHost => throw ServiceErrors.InvalidRequest(
            "The host names no Multi-Region Access Point: it must be {alias}.accesspoint.s3-global.amazonaws.com."),
        RequestAddress.MalformedPath => throw ServiceErrors.InvalidUri(),
        RequestAddress.UnknownHost unknown =>
            throw ServiceErrors.InvalidRequest($"`{DisplayText.Truncate(unknown.Host)}` is not a name that this sandbox simulates."),
        _ => throw new InvalidOperationException($"unknown address {address.GetType().Name}"),
    };

    // An unsigned call of a query service on the direct endpoint is told from S3 by its form alone.
    private static bool IsQueryForm(Exchange exchange) =>
        exchange.Signature is null
        && HttpMethods.IsPost(exchange.Http.Request.Method)
        && exchange.Http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
}

using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Mrap.Sandbox.S3;

namespace Mrap.Sandbox.Hosting;

/// <summary>Answers every request: one terminal delegate, without routing or middleware.</summary>
internal sealed class RequestPipeline(ILogger<RequestPipeline> logger)
{
    private static readonly S3Error s_internal = new(StatusCodes.Status500InternalServerError, "InternalError", "We encountered an internal error. Please try again.");

    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var ids = RequestIds.Assign(http);
        try
        {
            if (http.Request.Path == "/_sandbox/health")
            {
                return;
            }

            throw new S3Exception(new S3Error(StatusCodes.Status501NotImplemented, "NotImplemented", "A header you provided implies functionality that is not implemented."));
        }
        catch (S3Exception refusal)
        {
            await ErrorAnswer.WriteAsync(http, refusal.Error, ErrorForm.Flat, ids, resource: null);
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
            await ErrorAnswer.WriteAsync(http, s_internal, ErrorForm.Flat, ids, resource: null);
        }
    }
}

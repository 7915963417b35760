using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace Mrap.Aws.Connections;

/// <summary>Logs the calls of AWS clients that failed for good, each once: what may pass and is gone after a retry is not told.</summary>
/// <param name="logger">Where.</param>
internal sealed class CallLogger(ILogger logger)
{
    private const string RequestSuffix = "Request";

    public T Attach<T>(T client)
        where T : AmazonServiceClient
    {
        var region = client.Config.RegionEndpoint?.SystemName ?? "no Region";
        client.ExceptionEvent += (_, failed) => Log(failed, region);
        return client;
    }

    private void Log(ExceptionEventArgs failed, string region)
    {
        if (failed is not WebServiceExceptionEventArgs { Exception: not OperationCanceledException } call)
        {
            return;
        }

        var answer = call.Exception as AmazonServiceException;
        var status = answer is { StatusCode: var code } && (int)code > 0 ? (int)code : (int?)null;
        var error = string.IsNullOrEmpty(answer?.ErrorCode) ? call.Exception.GetType().Name : answer.ErrorCode;
        if (status is >= 400 and < 500)
        {
            ConnectionLog.CallRefused(logger, OperationOf(call), region, error, status, answer?.RequestId);
        }
        else
        {
            ConnectionLog.CallFailed(logger, OperationOf(call), region, error, status, answer?.RequestId);
        }
    }

    private static string OperationOf(WebServiceExceptionEventArgs call)
    {
        var name = call.Request.GetType().Name;
        return name.EndsWith(RequestSuffix, StringComparison.Ordinal) ? name[..^RequestSuffix.Length] : name;
    }
}

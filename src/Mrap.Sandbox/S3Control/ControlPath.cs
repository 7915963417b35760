using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>An S3 Control operation with what its path names.</summary>
/// <param name="Argument">The decoded name, ARN or token; empty for an operation that takes none.</param>
internal readonly record struct ControlPath(ControlOperation Operation, string Argument)
{
    private const string AsyncRequests = "/v20180820/async-requests/mrap/";
    private const string Instances = "/v20180820/mrap/instances";
    private const string PublicAccessBlock = "/v20180820/configuration/publicAccessBlock";
    private const string Routes = "/routes";
    private const string PolicyStatus = "/policystatus";
    private const string Policy = "/policy";

    /// <summary>
    /// Reads method and path. Names are greedy: an ARN may come with its slashes and colons raw or percent-encoded.
    /// </summary>
    /// <exception cref="ServiceException">It is no operation that the sandbox knows.</exception>
    public static ControlPath Read(string method, string rawPath)
    {
        if (!PercentText.TryDecode(rawPath, out var path))
        {
            throw ServiceErrors.InvalidUri();
        }

        if (path.StartsWith(AsyncRequests, StringComparison.Ordinal))
        {
            return ReadAsyncRequest(method, path[AsyncRequests.Length..]);
        }

        if (path == PublicAccessBlock)
        {
            return method switch
            {
                "GET" => new(ControlOperation.GetPublicAccessBlock, string.Empty),
                "PUT" => new(ControlOperation.PutPublicAccessBlock, string.Empty),
                "DELETE" => new(ControlOperation.DeletePublicAccessBlock, string.Empty),
                _ => throw MethodNotAllowed(method),
            };
        }

        if (path.TrimEnd('/') == Instances)
        {
            return method == "GET" ? new(ControlOperation.ListMultiRegionAccessPoints, string.Empty) : throw MethodNotAllowed(method);
        }

        return path.StartsWith(Instances + "/", StringComparison.Ordinal)
            ? ReadInstance(method, path[(Instances.Length + 1)..])
            : throw ServiceException.Of(501, "NotImplemented", "This sandbox does not simulate this operation of S3 Control.");
    }

    private static ControlPath ReadAsyncRequest(string method, string rest) => (method, rest) switch
    {
        ("POST", "create") => new(ControlOperation.CreateMultiRegionAccessPoint, string.Empty),
        ("POST", "delete") => new(ControlOperation.DeleteMultiRegionAccessPoint, string.Empty),
        ("POST", "put-policy") => new(ControlOperation.PutMultiRegionAccessPointPolicy, string.Empty),
        ("GET", _) => new(ControlOperation.DescribeMultiRegionAccessPointOperation, rest),
        _ => throw MethodNotAllowed(method),
    };

    private static ControlPath ReadInstance(string method, string rest)
    {
        if (rest.EndsWith(Routes, StringComparison.Ordinal))
        {
            var mrap = rest[..^Routes.Length];
            return method switch
            {
                "GET" => new(ControlOperation.GetMultiRegionAccessPointRoutes, mrap),
                "PATCH" => new(ControlOperation.SubmitMultiRegionAccessPointRoutes, mrap),
                _ => throw MethodNotAllowed(method),
            };
        }

        if (method != "GET")
        {
            throw MethodNotAllowed(method);
        }

        if (rest.EndsWith(PolicyStatus, StringComparison.Ordinal))
        {
            return new(ControlOperation.GetMultiRegionAccessPointPolicyStatus, rest[..^PolicyStatus.Length]);
        }

        return rest.EndsWith(Policy, StringComparison.Ordinal)
            ? new(ControlOperation.GetMultiRegionAccessPointPolicy, rest[..^Policy.Length])
            : new(ControlOperation.GetMultiRegionAccessPoint, rest);
    }

    private static ServiceException MethodNotAllowed(string method) =>
        ServiceException.Of(405, "MethodNotAllowed", "The specified method is not allowed against this resource.", ("Method", method));
}

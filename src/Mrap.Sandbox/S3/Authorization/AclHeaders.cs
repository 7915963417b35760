using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>The headers with which a request sets an access control list.</summary>
internal static class AclHeaders
{
    private static readonly string[] s_names =
        ["x-amz-acl", "x-amz-grant-full-control", "x-amz-grant-read", "x-amz-grant-read-acp", "x-amz-grant-write", "x-amz-grant-write-acp"];

    /// <summary>Whether a request carries one of them.</summary>
    public static bool AreIn(HttpRequest request)
    {
        foreach (var name in s_names)
        {
            if (request.Headers.ContainsKey(name))
            {
                return true;
            }
        }

        return false;
    }
}

using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Authorization;

/// <summary>Turns denials into answers.</summary>
internal static class AccessDenial
{
    /// <summary>
    /// The answer to a request that was denied. S3 tells the reason within an account only: across accounts, and to callers without a
    /// signature, it says no more than that access is denied (Amazon S3 User Guide, "Troubleshoot access denied (403 Forbidden) errors").
    /// </summary>
    /// <param name="request">The request for the resource that decided.</param>
    /// <param name="decision">The decision; it denies.</param>
    public static ServiceException Of(AccessRequest request, Decision decision) =>
        request.IsSameAccount || !request.Action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase)
            ? ServiceException.Of(403, "AccessDenied", AccessDeniedMessage.Of(request, decision))
            : ServiceErrors.AccessDenied();
}

using System.Collections.Frozen;

namespace Mrap.Aws.Faults;

/// <summary>
/// What the error codes of S3 and S3 Control mean for somebody who works with access points (Amazon S3 API Reference,
/// "Error responses").
/// </summary>
internal static class Explanations
{
    private const string TryAgain = "Wait a moment and try again.";

    private static readonly FrozenDictionary<string, (string? Why, string WhatToDo)> s_byCode =
        new Dictionary<string, (string? Why, string WhatToDo)>(StringComparer.Ordinal)
        {
            ["AccessDenied"] = (
            null,
            "Check that the caller's policies, the access point policy and the bucket policy of the Region that answered all allow it; "
                + "managing access points also needs `s3:ListAllMyBuckets`."),
            ["AllAccessDisabled"] = (
            "The request was routed to a Region that has been disabled for the account.",
            "Make the Region passive, or enable it in every account involved."),
            ["AuthorizationQueryParametersError"] = (
            "The URL was signed for one Region with Signature Version 4, and another Region answered.",
            "Presign with the access point's ARN, so that the SDK uses Signature Version 4A, which holds in every Region."),
            ["BucketAlreadyExists"] = ("Bucket names are unique over all accounts, and this one is taken.", "Choose another name."),
            ["BucketAlreadyOwnedByYou"] = ("Your account has a bucket of this name already.", "Use the bucket, or choose another name."),
            ["BucketNotEmpty"] = (null, "Delete the objects and all their versions first."),
            ["ClientTokenConflict"] =
            ("The idempotency token was used before for another request.", "Start the change again from the beginning."),
            ["ExpiredToken"] = ("The session's credentials have expired.", "Sign in again and retry."),
            ["InternalError"] = (null, TryAgain),
            ["InternalErrors"] = (null, TryAgain),
            ["InvalidAccessKeyId"] = ("The access key is not known.", "Check the access key of the console's credentials."),
            ["InvalidRegion"] = (
            "One of the buckets is in an opt-in Region that the account has not enabled.",
            "Enable the Region in the account that owns the access point, wait until it is enabled, then try again."),
            ["InvalidToken"] = (
            "The session token is not valid in the Region that answered: it comes from the global endpoint of STS, or the Region is not "
                + "enabled.",
            "Use a Regional endpoint of STS, or enable the Region."),
            ["MalformedPolicy"] = (null, "Correct the policy: every principal must exist and every resource must be this access point."),
            ["MethodNotAllowed"] =
            (null, "The operation does not exist here: access points do not support all of S3, and routes need at least two Regions."),
            ["MultiRegionAccessPointAlreadyOwnedByYou"] =
            ("Your account has an access point of this name already.", "Choose another name; names are unique in the account."),
            ["MultiRegionAccessPointModifiedByAnotherRequest"] =
            ("Another change was made at the same time.", "Reload and make the change again."),
            ["MultiRegionAccessPointNotReady"] = ("The access point is still being made or changed.", "Wait until it is ready."),
            ["MultiRegionAccessPointSameBucketRegion"] = ("Two of the buckets are in one Region.", "Choose one bucket for each Region."),
            ["MultiRegionAccessPointUnsupportedRegion"] =
            ("One of the buckets is in a Region that has no access points of this kind.", "Choose a bucket in a supported Region."),
            ["NoSuchAsyncRequest"] = ("The service does not know the operation, or no longer.", "Look at the access point itself."),
            ["NoSuchBucket"] =
            ("The bucket does not exist.", "Create the bucket with the same name in the same Region and account, or choose another."),
            ["NoSuchKey"] = (
            "The Region that answered has no object of this key. Routing does not look at what a bucket holds, so another Region may have "
                + "it.",
            "Look at which Region served the request, and set up replication between the buckets."),
            ["NoSuchMultiRegionAccessPoint"] =
            ("There is no such access point.", "Check the name; a deleted access point's alias never comes back."),
            ["NoSuchVersion"] = (
            "The Region that answered has no such version of the object.",
            "Version ids are shared by replicas only; list the versions in the Region that served."),
            ["OperationAborted"] = ("Another operation on the same resource is under way.", TryAgain),
            ["PermanentRedirect"] = (
            "The call went to the wrong Region: access points are managed in us-west-2.",
            "Send it to us-west-2; routes are also served by us-east-1, ap-southeast-2, ap-northeast-1 and eu-west-1."),
            ["PermanentRedirectControlError"] = (
            "The call went to the wrong Region: access points are managed in us-west-2.",
            "Send it to us-west-2; routes are also served by us-east-1, ap-southeast-2, ap-northeast-1 and eu-west-1."),
            ["PreconditionFailed"] = ("A condition of the request does not hold for the object.", "Read the object again and decide anew."),
            ["RequestTimeTooSkewed"] = ("This machine's clock is more than 15 minutes off.", "Set the clock."),
            ["SignatureDoesNotMatch"] = (
            "The secret key does not belong to the access key, or something on the way changed the request.",
            "Check the secret of the console's credentials."),
            ["TooManyBuckets"] = ("The account has reached its quota of buckets.", "Delete buckets, or ask for a higher quota."),
            ["TooManyMultiRegionAccessPoints"] =
                ("The account has 100 access points, the most it may have.", "Delete one that is not used."),
            ["TooManyMultiRegionAccessPointregionsError"] = ("An access point has at most 17 buckets.", "Choose fewer buckets."),
            ["UnsupportedSignature"] = (
            "The session token, or the signature's version, does not work with access points.",
            "Use a Regional endpoint of STS, and a client that signs with Signature Version 4A."),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static (string Why, string WhatToDo) Of(string code, int status, string message)
    {
        if (s_byCode.TryGetValue(code, out var known))
        {
            return (known.Why ?? message, known.WhatToDo);
        }

        return status switch
        {
            _ when ThrottlingCodes.Contains(code, status) => ("The service asks for fewer requests.", TryAgain),
            404 => ("There is nothing of this name where the request was served.", "Check the name, and in which Region it is."),
            403 => (message, "Check the policies of the caller and of the resource."),
            // Requests through an access point with a token of the global STS endpoint end like this, without a message.
            500 when string.IsNullOrWhiteSpace(message) || code == "InternalServerError" =>
                (
                    "The service failed without a reason. With temporary credentials this means a session token from the global endpoint "
                        + "of STS.",
                    "Use a Regional endpoint of STS, then try again."),
            >= 500 => (message, TryAgain),
            _ => (message, "Correct the request and try again."),
        };
    }
}

using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>GetBucketPolicy, GetBucketPolicyStatus, PutBucketPolicy and DeleteBucketPolicy.</summary>
internal sealed class BucketPolicyOperations(PublicAccess publicAccess, IPrincipalRegister principals) : IS3Operations
{
    private readonly BucketPolicyRules _rules = new(principals);

    /// <inheritdoc/>
    public ImmutableArray<S3Operation> Operations =>
    [
        new("GetBucketPolicy", "GET", S3Scope.Bucket, "policy")
        {
            Actions = RequiredActions.Always("s3:GetBucketPolicy"),
            IsOfBucketPolicy = true,
            Handler = new S3Handler.Permitted(GetAsync),
        },
        new("PutBucketPolicy", "PUT", S3Scope.Bucket, "policy")
        {
            Actions = RequiredActions.Always("s3:PutBucketPolicy"),
            IsOfBucketPolicy = true,
            Handler = new S3Handler.Permitted(PutAsync),
        },
        new("DeleteBucketPolicy", "DELETE", S3Scope.Bucket, "policy")
        {
            Actions = RequiredActions.Always("s3:DeleteBucketPolicy"),
            IsOfBucketPolicy = true,
            Handler = new S3Handler.Permitted(DeleteAsync),
        },
        new("GetBucketPolicyStatus", "GET", S3Scope.Bucket, "policyStatus")
        {
            Actions = RequiredActions.Always("s3:GetBucketPolicyStatus"),
            Handler = new S3Handler.Permitted(GetStatusAsync),
        },
    ];

    /// <summary>Answers the policy as it was put.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var bytes = Encoding.UTF8.GetBytes(Require(request, bucket));
        var response = request.Http.Response;
        response.ContentType = "application/json";
        AnswerBody.Write(response, bytes);
        return Task.CompletedTask;
    }

    /// <summary>Answers whether the policy is public.</summary>
    public static Task GetStatusAsync(S3Request request, BucketRecord bucket)
    {
        var isPublic = CompiledPolicies.OfBucket(Require(request, bucket)) is { IsPublic: true };
        return S3XmlAnswer.WriteAsync(request, "PolicyStatus", writer => writer.Element("IsPublic", isPublic));
    }

    /// <summary>Stores a policy, unless it is malformed, or public where that is blocked.</summary>
    public async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        if (request.BodyLength > BucketPolicyRules.MaxBytes)
        {
            throw BucketPolicyRules.TooLarge();
        }

        var bytes = await SmallBody.ReadAsync(request, BucketPolicyRules.MaxBytes);
        var policy = _rules.Read(bytes, bucket.Name);
        if (CompiledPolicies.OfBucket(policy) is { IsPublic: true } && publicAccess.BlocksPolicy(request.Store, bucket))
        {
            // nobody else was let in to change it
            var caller = (Caller.Signed)request.Caller;
            throw ServiceException.Of(403, "AccessDenied", PublicAccess.BlockedPolicy(caller.Arn, "s3:PutBucketPolicy", bucket.Name.Arn));
        }

        await request.Store.SetConfigurationAsync(bucket.Name, BucketConfiguration.Policy, policy, request.Aborted());
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Removes the policy.</summary>
    public static async Task DeleteAsync(S3Request request, BucketRecord bucket)
    {
        await request.Store.SetConfigurationAsync(bucket.Name, BucketConfiguration.Policy, document: null, request.Aborted());
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static string Require(S3Request request, BucketRecord bucket) =>
        request.Store.FindConfiguration(bucket.Name, BucketConfiguration.Policy)
        ?? throw S3Errors.NotFound("NoSuchBucketPolicy", "The bucket policy does not exist", bucket.Name.Value);
}

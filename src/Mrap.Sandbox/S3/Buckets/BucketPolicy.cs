using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.S3.Buckets;

/// <summary>GetBucketPolicy, PutBucketPolicy and DeleteBucketPolicy.</summary>
internal static class BucketPolicy
{
    private const int MaxBytes = 20 * 1024;

    /// <summary>Answers the policy as it was put.</summary>
    public static Task GetAsync(S3Request request, BucketRecord bucket)
    {
        var policy = request.Store.FindConfiguration(bucket.Name, BucketConfiguration.Policy)
            ?? throw S3Errors.NotFound("NoSuchBucketPolicy", "The bucket policy does not exist", bucket.Name.Value);
        var bytes = Encoding.UTF8.GetBytes(policy);
        var response = request.Http.Response;
        response.ContentType = "application/json";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, 0, bytes.Length, request.Aborted());
    }

    /// <summary>Stores a policy.</summary>
    public static async Task PutAsync(S3Request request, BucketRecord bucket)
    {
        if (request.BodyLength > MaxBytes)
        {
            throw S3Errors.PolicyTooLarge();
        }

        var bytes = await SmallBody.ReadAsync(request, MaxBytes);
        var policy = RequireObject(bytes);
        await request.Store.SetConfigurationAsync(bucket.Name, BucketConfiguration.Policy, policy, request.Aborted());
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Removes the policy.</summary>
    public static async Task DeleteAsync(S3Request request, BucketRecord bucket)
    {
        await request.Store.SetConfigurationAsync(bucket.Name, BucketConfiguration.Policy, document: null, request.Aborted());
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>The text of a policy that is a JSON object.</summary>
    /// <exception cref="S3Exception">It is none.</exception>
    private static string RequireObject(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes)
                : throw S3Errors.MalformedPolicy("Policies must be valid JSON and the first byte must be '{'");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw S3Errors.MalformedPolicy("Policies must be valid JSON and the first byte must be '{'");
        }
    }
}

using System.Collections.Immutable;
using Mrap.Aws.Requests;
using Mrap.Core.AccessPoints;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Requests;

/// <summary>The same request for other clients.</summary>
public static class RequestCode
{
    /// <summary>For the AWS CLI.</summary>
    public static string Cli(RequestForm form, AccessPointArn arn) => form.Verb switch
    {
        ObjectVerb.Get => $"aws s3api get-object --bucket {arn} --key {Quote(form.Key)} answer.bin",
        ObjectVerb.Head => $"aws s3api head-object --bucket {arn} --key {Quote(form.Key)}",
        ObjectVerb.Put =>
            $"printf %s {Quote(form.Body)} > body.txt\naws s3api put-object --bucket {arn} --key {Quote(form.Key)} --body body.txt",
        ObjectVerb.Delete => $"aws s3api delete-object --bucket {arn} --key {Quote(form.Key)}",
        ObjectVerb.List => $"aws s3api list-objects-v2 --bucket {arn} --prefix {Quote(form.Key)}",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>
    /// For curl, which cannot sign with Signature V4A: the CLI signs a URL, or the sandbox takes its easy mode. Null when neither can.
    /// </summary>
    /// <param name="form">The request.</param>
    /// <param name="arn">The access point.</param>
    /// <param name="sandboxUrl">The sandbox's address; empty when there is none.</param>
    public static string? Curl(RequestForm form, AccessPointArn arn, string sandboxUrl)
    {
        if (form.Verb == ObjectVerb.Get)
        {
            return $"curl -sS \"$(aws s3 presign {Quote($"s3://{arn}/{form.Key}")})\"{(sandboxUrl.Length > 0 ? " --cacert "
                + "\"$AWS_CA_BUNDLE\"" : string.Empty)}";
        }

        if (sandboxUrl.Length == 0)
        {
            return null;
        }

        // curl before 8 does not send the header that S3 asks of every signed request.
        var signed = "-H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' --noproxy localhost --aws-sigv4 aws:amz:us-east-1:s3 --user "
            + "\"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"";
        var address = $"{sandboxUrl}/{arn.Alias}";
        var path = string.Join('/', form.Key.Split('/').Select(Uri.EscapeDataString));
        return form.Verb switch
        {
            ObjectVerb.Head => $"curl -sSI {signed} {Quote($"{address}/{path}")}",
            ObjectVerb.Put =>
                $"curl -sS -X PUT --data-binary {Quote(form.Body)} -H 'content-type: text/plain' {signed} {Quote($"{address}/{path}")}",
            ObjectVerb.Delete => $"curl -sS -X DELETE {signed} {Quote($"{address}/{path}")}",
            _ => $"curl -sS {signed} {Quote($"{address}?list-type=2&prefix={Uri.EscapeDataString(form.Key)}")}",
        };
    }

    /// <summary>For the AWS SDK for .NET.</summary>
    public static string CSharp(RequestForm form, AccessPointArn arn) => form.Verb switch
    {
        ObjectVerb.Get => $"using var answer = await s3.GetObjectAsync({Literal(arn.ToString())}, {Literal(form.Key)});",
        ObjectVerb.Head => $"var head = await s3.GetObjectMetadataAsync({Literal(arn.ToString())}, {Literal(form.Key)});",
        ObjectVerb.Put =>
            $$"""await s3.PutObjectAsync(new PutObjectRequest { BucketName = {{Literal(arn.ToString())}}, """
                + $$"""Key = {{Literal(form.Key)}}, ContentBody = {{Literal(form.Body)}} });""",
        ObjectVerb.Delete => $"await s3.DeleteObjectAsync({Literal(arn.ToString())}, {Literal(form.Key)});",
        ObjectVerb.List =>
            $$"""var list = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = {{Literal(arn.ToString())}}, """
                + $$"""Prefix = {{Literal(form.Key)}} });""",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>All that there are, each with its name.</summary>
    public static ImmutableArray<(string Title, string Code)> Of(RequestForm form, AccessPointArn arn, string sandboxUrl)
    {
        ImmutableArray<(string Title, string Code)> code = [("AWS CLI", Cli(form, arn)), ("C#", CSharp(form, arn))];
        return Curl(form, arn, sandboxUrl) is { } curl ? code.Insert(1, ("curl", curl)) : code;
    }

    /// <summary>One word of a POSIX shell, whatever the text holds.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A string literal of C#.</summary>
    public static string Literal(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}

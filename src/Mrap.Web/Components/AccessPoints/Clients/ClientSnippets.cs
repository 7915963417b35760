using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Web.Components.AccessPoints.Clients;

/// <summary>How each client writes and reads an object through an access point. All of them sign with Signature V4A.</summary>
public static class ClientSnippets
{
    /// <summary>The snippets of an access point, the command line first.</summary>
    public static ImmutableArray<ClientSnippet> Of(AccessPointArn arn) =>
    [
        new("cli", "AWS CLI", "AWS CLI version 2, or version 1 with `awscrt`",
            $"""
            echo "Hello, world" > hello.txt
            aws s3api put-object --bucket {arn} --key hello.txt --body hello.txt
            aws s3api get-object --bucket {arn} --key hello.txt copy.txt
            aws s3 ls s3://{arn}/
            """),
        new("boto3", "Python", "`pip install boto3 awscrt`",
            $"""
            import boto3

            s3 = boto3.client("s3")
            bucket = "{arn}"

            s3.put_object(Bucket=bucket, Key="hello.txt", Body=b"Hello, world")
            print(s3.get_object(Bucket=bucket, Key="hello.txt")["Body"].read())
            """),
        new("js", "JavaScript", "`npm install @aws-sdk/client-s3 @aws-sdk/signature-v4a`",
            $$"""
            import { S3Client, PutObjectCommand, GetObjectCommand } from "@aws-sdk/client-s3";
            import "@aws-sdk/signature-v4a";

            const s3 = new S3Client({});
            const Bucket = "{{arn}}";

            await s3.send(new PutObjectCommand({ Bucket, Key: "hello.txt", Body: "Hello, world" }));
            const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: "hello.txt" }));
            console.log(await Body.transformToString());
            """),
        new("dotnet", ".NET", "`dotnet add package AWSSDK.S3` and `dotnet add package AWSSDK.Extensions.CrtIntegration`",
            $$"""
            using Amazon.S3;
            using Amazon.S3.Model;

            var s3 = new AmazonS3Client();
            const string Bucket = "{{arn}}";

            await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "hello.txt", ContentBody = "Hello, world" });
            using var answer = await s3.GetObjectAsync(Bucket, "hello.txt");
            Console.WriteLine(await new StreamReader(answer.ResponseStream).ReadToEndAsync());
            """),
    ];
}

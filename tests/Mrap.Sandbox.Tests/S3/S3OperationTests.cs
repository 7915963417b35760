using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Policy.Actions;
using Mrap.Sandbox.S3;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Tests.S3;

/// <summary>The operations of S3 fit each other: each is found by its own request, and needs actions that exist.</summary>
public sealed class S3OperationTests
{
    // Amazon S3 User Guide, "Using Multi-Region Access Points with supported API operations"
    private static readonly string[] s_throughAccessPoints =
    [
        "AbortMultipartUpload", "CompleteMultipartUpload", "CopyObject", "CreateMultipartUpload", "DeleteObject", "DeleteObjectTagging",
        "GetObject", "GetObjectAcl", "GetObjectLegalHold", "GetObjectRetention", "GetObjectTagging", "HeadObject", "ListMultipartUploads",
        "ListObjectsV2", "ListParts", "Preflight", "PutObject", "PutObjectAcl", "PutObjectLegalHold", "PutObjectRetention",
        "PutObjectTagging", "RestoreObject", "UploadPart",
    ];

    private static readonly S3OperationDirectory s_directory = new(Registered.Of<IS3Operations>(new ServiceCollection().AddS3()));

    public static TheoryData<string> Names => [.. s_directory.All.Select(operation => operation.Name)];

    [Fact]
    public void Names_AreUnique() => s_directory.All.Select(operation => operation.Name).ShouldBeUnique();

    [Fact]
    public void AccessPoints_CarryWhatTheUserGuideLists() =>
        s_directory.All.Where(operation => operation.IsForAccessPoints).Select(operation => operation.Name).Order(StringComparer.Ordinal)
            .ShouldBe(s_throughAccessPoints);

    [Theory]
    [MemberData(nameof(Names))]
    public void Operation_AskedForAsItIs_IsFound(string name)
    {
        var operation = Named(name);

        Find(RequestFor(operation), operation.Scope).Name.ShouldBe(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Operation_NeedsActionsThatExist(string name)
    {
        var operation = Named(name);
        foreach (var version in (string[])["", "versionId=x"])
        {
            var request = RequestFor(operation);
            request.QueryString = request.QueryString.Add(new QueryString(version.Length == 0 ? null : "?" + version));
            request.Headers["x-amz-tagging"] = "a=b";
            request.Headers["x-amz-acl"] = "public-read";
            request.Headers["x-amz-object-ownership"] = "BucketOwnerEnforced";

            var actions = operation.Actions(request);

            foreach (var action in new[] { actions.First, actions.Second, actions.Third }.OfType<string>())
            {
                S3Actions.Find(action).ShouldNotBeNull(action);
            }
        }
    }

    [Fact]
    public void Operations_Served_NeedAnAction() =>
        s_directory.All.Where(operation => operation.Actions(RequestFor(operation)).First is null).Select(operation => operation.Name)
            .ShouldBe(new UnservedOperations().Operations.Select(operation => operation.Name).Where(name => name != "RestoreObject"));

    [Theory]
    [InlineData("HeadObject", "s3:GetObjectVersion", null)]
    [InlineData("DeleteObject", "s3:DeleteObjectVersion", null)]
    [InlineData("GetObjectAttributes", "s3:GetObjectVersion", "s3:GetObjectVersionAttributes")]
    [InlineData("PutObjectTagging", "s3:PutObjectVersionTagging", null)]
    public void Object_WithItsVersion_NeedsTheVersionsAction(string name, string first, string? second)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString("?versionId=x");

        Named(name).Actions(request).ShouldBe(new RequiredActions(first, second));
    }

    [Theory]
    [InlineData("GET", "bucket", null, "?versions&acl", "ListObjectVersions")]
    [InlineData("GET", "bucket", null, "?unknown=1", "ListObjects")]
    [InlineData("GET", "bucket", null, "?LIST-TYPE=2", "ListObjectsV2")]
    [InlineData("PUT", "bucket", "key", "?uploadId=1&partNumber=2&tagging", "UploadPart")]
    [InlineData("OPTIONS", "bucket", "key", "?tagging", "Preflight")]
    [InlineData("GET", "", null, "?acl", "ListBuckets")]
    public void Request_WithSeveralParts_IsTheOperationThatCounts(string method, string bucket, string? key, string query, string expected)
    {
        var request = Request(method, query);

        s_directory.Require(request, bucket, key, isThroughAccessPoint: false).Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("POST", "", null, "")]
    [InlineData("PATCH", "bucket", null, "")]
    [InlineData("HEAD", "bucket", null, "?policy")]
    [InlineData("POST", "bucket", null, "?policy")]
    [InlineData("PUT", "bucket", null, "?location")]
    [InlineData("POST", "bucket", "key", "")]
    [InlineData("HEAD", "bucket", "key", "?uploadId=1")]
    [InlineData("GET", "bucket", "key", "?restore")]
    public void Request_OfNoOperation_IsRefused(string method, string bucket, string? key, string query)
    {
        var refusal = Should.Throw<ServiceException>(() => s_directory.Require(Request(method, query), bucket, key, false));

        (refusal.Error.Status, refusal.Error.Code).ShouldBe((405, "MethodNotAllowed"));
    }

    [Theory]
    [InlineData("?partNumber=1", "partNumber")]
    [InlineData("?uploadId=1", "uploadId")]
    public void Put_WithHalfOfAPart_IsRefused(string query, string argument)
    {
        var refusal = Should.Throw<ServiceException>(() => s_directory.Require(Request("PUT", query), "bucket", "key", false));

        refusal.Error.Code.ShouldBe("InvalidArgument");
        refusal.Error.Details.ShouldContain(KeyValuePair.Create("ArgumentName", argument));
    }

    [Fact]
    public void Operations_ThatCannotBeToldApart_AreAFault() =>
        Should.Throw<InvalidOperationException>(() => new S3OperationDirectory([new Group("A"), new Group("B")]))
            .Message.ShouldContain("A, B");

    private static S3Operation Named(string name) => s_directory.All.Single(operation => operation.Name == name);

    private static S3Operation Find(HttpRequest request, S3Scope scope) => s_directory.Require(
        request, scope == S3Scope.Service ? string.Empty : "bucket", scope == S3Scope.Object ? "key" : null, isThroughAccessPoint: false);

    // what tells an operation from its like: a copy source, a list type, an id
    private static HttpRequest RequestFor(S3Operation operation)
    {
        var query = operation.SubResource is { } name ? $"?{name}=1&partNumber=1" : "?x=1";
        var plain = Request(operation.Method, query);
        if (operation.When is null || operation.When(plain))
        {
            return plain;
        }

        var special = Request(operation.Method, query + "&list-type=2&id=1");
        special.Headers["x-amz-copy-source"] = "a/b";
        operation.When(special).ShouldBeTrue();
        return special;
    }

    private static HttpRequest Request(string method, string query)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.QueryString = new QueryString(query);
        return request;
    }

    private sealed class Group(string name) : IS3Operations
    {
        public ImmutableArray<S3Operation> Operations =>
        [
            new(name, "GET", S3Scope.Object)
            {
                Actions = RequiredActions.None,
                Handler = new S3Handler.OfAccount(_ => Task.CompletedTask),
            },
        ];
    }
}

using Microsoft.AspNetCore.Http;
using Mrap.Policy.Actions;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Operations;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>The table from operations to actions is whole, and speaks of actions that exist.</summary>
public sealed class OperationActionsTests
{
    private static readonly S3Operation[] s_withoutAction =
        [S3Operation.NotImplemented, S3Operation.MethodNotAllowed, S3Operation.Preflight];

    public static TheoryData<string> Operations => [.. Enum.GetNames<S3Operation>()];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation_OfTheEnum_NeedsActionsThatExist(string name)
    {
        var operation = Enum.Parse<S3Operation>(name);
        foreach (var query in QueriesOf(operation))
        {
            var request = new DefaultHttpContext().Request;
            request.Method = "GET";
            request.QueryString = new QueryString(query);
            request.Headers["x-amz-tagging"] = "a=b";
            request.Headers["x-amz-acl"] = "public-read";
            request.Headers["x-amz-object-ownership"] = "BucketOwnerEnforced";

            var actions = OperationActions.Of(operation, request);

            (actions.First is null).ShouldBe(s_withoutAction.Contains(operation));
            foreach (var action in new[] { actions.First, actions.Second, actions.Third }.OfType<string>())
            {
                S3Actions.Find(action).ShouldNotBeNull(action);
            }
        }
    }

    [Fact]
    public void Object_WithItsVersion_NeedsTheVersionsAction()
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString("?versionId=x");

        OperationActions.Of(S3Operation.HeadObject, request).First.ShouldBe("s3:GetObjectVersion");
        OperationActions.Of(S3Operation.DeleteObject, request).First.ShouldBe("s3:DeleteObjectVersion");
        OperationActions.Of(S3Operation.GetObjectAttributes, request).ShouldBe(
            new RequiredActions("s3:GetObjectVersion", "s3:GetObjectVersionAttributes"));
    }

    private static IEnumerable<string> QueriesOf(S3Operation operation) => operation switch
    {
        S3Operation.GetDefaultConfiguration => BucketSubResources.Defaults.Select(name => "?" + name),
        S3Operation.PutDefaultConfiguration => ["?encryption", "?ownershipControls", "?requestPayment"],
        S3Operation.ObjectLock => ["?retention", "?legal-hold"],
        _ => ["", "?versionId=x"],
    };
}

using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Tests.EndToEnd;

namespace Mrap.Aws.Tests.Connections;

public sealed class IamClientTests
{
    private const string Trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"s3.amazonaws.com"}}]}
        """;

    private const string Permissions =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ReplicateObject","Resource":"arn:aws:s3:::b/*"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Role_InTheSandbox_IsMadeReadChangedAndDeleted()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var iam = console.Get<AwsClients>().Iam();

        var made = await iam.CreateRoleAsync(
            new CreateRoleRequest
            {
                RoleName = "replicate",
                Path = "/service-role/",
                AssumeRolePolicyDocument = Trust,
                Tags = [new Tag { Key = "k", Value = "v" }],
            },
            Cancellation);
        await iam.PutRolePolicyAsync(
            new PutRolePolicyRequest { RoleName = "replicate", PolicyName = "p", PolicyDocument = Permissions }, Cancellation);
        await iam.UpdateAssumeRolePolicyAsync(
            new UpdateAssumeRolePolicyRequest { RoleName = "replicate", PolicyDocument = Trust.Replace("s3.", "batchoperations.s3.") },
            Cancellation);

        var role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = "replicate" }, Cancellation)).Role!;
        role.Arn.ShouldBe(made.Role!.Arn);
        role.Arn!.ShouldEndWith(":role/service-role/replicate");
        Uri.UnescapeDataString(role.AssumeRolePolicyDocument!).ShouldContain("batchoperations.s3.amazonaws.com");
        role.Tags.ShouldHaveSingleItem().Value.ShouldBe("v");
        (await iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "replicate" }, Cancellation)).PolicyNames.ShouldBe(["p"]);
        var policy = await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "replicate", PolicyName = "p" }, Cancellation);
        Uri.UnescapeDataString(policy.PolicyDocument!).ShouldBe(Permissions);
        var attached = await iam.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = "replicate" }, Cancellation);
        attached.AttachedPolicies.ShouldBeEmpty();

        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "replicate", PolicyName = "p" }, Cancellation);
        await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "replicate" }, Cancellation);

        await Should.ThrowAsync<NoSuchEntityException>(() => iam.GetRoleAsync(new GetRoleRequest { RoleName = "replicate" }, Cancellation));
    }

    [Fact]
    public async Task Simulation_InTheSandbox_TellsWhatTheRoleMayDo()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var iam = console.Get<AwsClients>().Iam();
        var role = (await iam.CreateRoleAsync(
            new CreateRoleRequest { RoleName = "replicate", AssumeRolePolicyDocument = Trust }, Cancellation)).Role!;
        await iam.PutRolePolicyAsync(
            new PutRolePolicyRequest { RoleName = "replicate", PolicyName = "p", PolicyDocument = Permissions }, Cancellation);

        var answer = await iam.SimulatePrincipalPolicyAsync(
            new SimulatePrincipalPolicyRequest
            {
                PolicySourceArn = role.Arn,
                ActionNames = ["s3:ReplicateObject", "s3:ReplicateDelete"],
                ResourceArns = ["arn:aws:s3:::b/key"],
            },
            Cancellation);

        answer.EvaluationResults!.Select(result => (result.EvalActionName, result.EvalDecision)).ShouldBe(
        [
            ("s3:ReplicateObject", PolicyEvaluationDecisionType.Allowed),
            ("s3:ReplicateDelete", PolicyEvaluationDecisionType.ImplicitDeny),
        ]);
    }

    [Fact]
    public async Task Role_ThatIsThereOrMalformed_IsRefusedWithItsException()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var iam = console.Get<AwsClients>().Iam();
        var role = new CreateRoleRequest { RoleName = "replicate", AssumeRolePolicyDocument = Trust };
        await iam.CreateRoleAsync(role, Cancellation);

        await Should.ThrowAsync<EntityAlreadyExistsException>(() => iam.CreateRoleAsync(role, Cancellation));
        await Should.ThrowAsync<MalformedPolicyDocumentException>(
            () => iam.PutRolePolicyAsync(
                new PutRolePolicyRequest { RoleName = "replicate", PolicyName = "p", PolicyDocument = "{" }, Cancellation));
    }
}

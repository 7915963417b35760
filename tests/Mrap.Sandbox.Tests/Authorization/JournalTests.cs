using System.Text.Json;
using Mrap.Testing;
using static Mrap.Sandbox.Tests.Authorization.TwoAccounts;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>The journal tells what was decided, where, and by which statement.</summary>
public sealed class JournalTests
{
    [Fact]
    public async Task Request_Decided_IsJournalledWithItsReason()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");
        var alias = await accounts.CreatePointAsync("demo", [("ours", Ours)]);
        await accounts.PutBucketPolicyAsync(
            "ours",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
                + """{"AWS":"111122223333"},"Action":"s3:*","Resource":"arn:aws:s3:::ours/*"},"""
                + """{"Sid":"NoSecrets","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::ours/secret/*"}]}""");
        await accounts.PutPointPolicyAsync("demo", Document(Statement("Deny", "*", "s3:PutObject", [Arn(alias) + "/object/*"])));
        await accounts.PointAsync(null, alias, "GET", "/secret/k");
        await accounts.PointAsync(null, alias, "PUT", "/k", "x");
        await accounts.S3Async(null, "PUT", "/ours/k", "x");
        await accounts.S3Async(AsBob, "GET", "/ours/k");
        await accounts.S3Async(null, "GET", "/");

        using var journal = JsonDocument.Parse(
            (
                await accounts.Client.SendAsync(
                    new WireRequest("GET", "/_sandbox/requests?limit=5") { IsSigned = false },
                    TestContext.Current.CancellationToken)).Text);

        journal.RootElement.EnumerateArray().Reverse().Select(entry => Describe(entry)).ShouldBe([
            "deny explicitDeny bucket bucket policy 1 NoSecrets: denied: at the bucket, statement `NoSecrets` of the bucket policy denies "
                + "it",
            "deny explicitDeny accessPoint access point policy 0 : denied: at the access point, statement 1 of the access point policy "
                + "denies it",
            "allow allow bucket identity policy 0 : allowed: caller and resource are in one account, and statement 1 of the identity "
                + "policy permits it",
            "deny implicitDeny bucket   : denied: the resource's policy does not permit it, and this caller needs it to",
            "allow allow account identity policy 0 : allowed: caller and resource are in one account, and statement 1 of the identity "
                + "policy permits it",
        ]);
    }

    [Fact]
    public async Task Request_EndedBeforeItWasDecided_HasNoDecision()
    {
        await using var accounts = await StartAsync();
        await accounts.S3Async(null, "GET", "/nowhere/k");

        using var journal = JsonDocument.Parse(
            (
                await accounts.Client.SendAsync(
                    new WireRequest("GET", "/_sandbox/requests?limit=1") { IsSigned = false },
                    TestContext.Current.CancellationToken)).Text);

        journal.RootElement[0].GetProperty("policy").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static string Describe(JsonElement entry)
    {
        var policy = entry.GetProperty("policy");
        return $"{entry.GetProperty("decision")} {policy.GetProperty("verdict")} {policy.GetProperty("layer")} "
            + $"{policy.GetProperty("policy")} {policy.GetProperty("statement")} {policy.GetProperty("sid")}: "
            + $"{policy.GetProperty("words")}";
    }
}

using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Principals;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Checks;

public sealed class DelegationStatementTests
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";

    [Fact]
    public void ToAccessPoint_AsAPolicy_SettlesTheFindingThatAsksForIt()
    {
        var context = new CheckContext { Bucket = "media", DelegateTo = [Arn] };

        Codes(
            Policy("""{"Effect":"Deny","Principal":"*","Action":"s3:DeleteBucket","Resource":"arn:aws:s3:::media"}"""),
            context).ShouldContain("BUCKET_DOES_NOT_DELEGATE");
        Codes(Policy(DelegationStatement.ToAccessPoint("media", Arn, "Delegate")), context).ShouldBeEmpty();
        Codes(Policy(DelegationStatement.ToAccount("media", "111122223333")), context).ShouldBeEmpty();
    }

    private static string Policy(string statement) => $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""";

    private static IEnumerable<string> Codes(string policy, CheckContext context) =>
        PolicyChecks.Check(policy, PolicyKind.Bucket, context).Select(finding => finding.Code);
}

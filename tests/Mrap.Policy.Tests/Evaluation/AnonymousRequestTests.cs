using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Tests.Evaluation;

public sealed class AnonymousRequestTests
{
    [Theory]
    [InlineData("arn:aws:s3:::accesspoint/key", DecisionReason.ResourceAllow)]
    [InlineData("arn:aws:s3:us-east-1:111122223333:accesspoint/one/object/key", DecisionReason.ResourceAllow)]
    [InlineData("arn:aws:s3::111122223333:accesspoint/m.mrap/object/key", DecisionReason.SignatureRequired)]
    public void UnsignedRequest_WhereEveryoneIsLetIn_IsRefusedAtMultiRegionAccessPointsAlone(string resource, DecisionReason reason)
    {
        var policy = CompiledPolicy.Compile(
            PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}""").Document,
            PolicyKind.Bucket);
        var request = new AccessRequest(Principal.Anonymous, "s3:GetObject", resource, "111122223333", RequestContext.Empty);

        AccessDecider.Decide(new PolicySet { Resource = policy }, request).Reason.ShouldBe(reason);
    }
}

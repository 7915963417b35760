using Mrap.Policy.Cases;

namespace Mrap.Policy.Tests.Evaluation;

public sealed class CaseReaderTests
{
    [Theory]
    [InlineData("{", "expected `}` before the end of the text, at column 2")]
    [InlineData("{}", "`expected` is missing")]
    [InlineData("""{"expected":"public","policyType":"mrap"}""", "`policy` is missing")]
    [InlineData("""{"expected":"maybe","policyType":"mrap","policy":{"Statement":[]}}""", "`expected` is neither `public` nor `nonPublic`")]
    [InlineData("""{"expected":"public","policyType":"queue","policy":{"Statement":[]}}""", "`policyType` is none of `identity`, `bucket`, `accesspoint` and `mrap`")]
    [InlineData("""{"expected":"allow","policies":{"identity":[{"Statement":7}]},"request":{"principal":"anonymous","action":"s3:x","resource":"*"}}""", "`policies.identity[0]` is not a policy: `Statement` is an object or a list of objects, not a number at `/Statement`")]
    [InlineData("""{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x"}}""", "`request.resource` is missing")]
    [InlineData("""{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","layers":[]}}""", "`request.layers` does not have one or two layers")]
    [InlineData("""{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*","context":{"k":[{}]}}}""", "`request.context.k[0]` is not a string")]
    [InlineData("""{"expected":"allow","policies":[],"request":{"principal":"anonymous","action":"s3:x","resource":"*"}}""", "`policies` is not an object")]
    [InlineData("""{"expected":"allow","policies":{},"settings":{"blockPublicAccess":"yes"},"request":{"principal":"anonymous","action":"s3:x","resource":"*"}}""", "`settings.blockPublicAccess` is neither `true` nor `false`")]
    [InlineData("[]", "the case is not an object")]
    [InlineData("""{"expected":"yes","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*"}}""", "`expected` is none of `allow`, `explicitDeny` and `implicitDeny`")]
    public void Read_LineThatIsNoCase_SaysWhy(string line, string fault) => PolicyCaseReader.Read(line).Fault.ShouldBe(fault);

    [Fact]
    public void Passes_WrongExpectation_IsFalse() =>
        PolicyCaseReader.Read("""{"id":"a","expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*"}}""").Case!.Passes().ShouldBeFalse();
}

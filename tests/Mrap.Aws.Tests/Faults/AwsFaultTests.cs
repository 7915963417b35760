using Mrap.Aws.Faults;

namespace Mrap.Aws.Tests.Faults;

public sealed class AwsFaultTests
{
    [Theory]
    [InlineData("Throttling", 400)]
    [InlineData("ThrottlingException", 400)]
    [InlineData("RequestThrottled", 400)]
    [InlineData("RequestLimitExceeded", 400)]
    [InlineData("TooManyRequestsException", 400)]
    [InlineData("SlowDown", 400)]
    [InlineData("SlowDown", 503)]
    [InlineData("Whatever", 429)]
    [InlineData("InternalError", 500)]
    [InlineData(ConsoleFaultCodes.NoConnection, null)]
    public void Fault_ThatMayPass_IsTransient(string code, int? status) =>
        new AwsFault(code, "what", "why", "do", status).IsTransient.ShouldBeTrue();

    [Theory]
    [InlineData("AccessDenied", 403)]
    [InlineData("LimitExceededException", 400)]
    [InlineData("MalformedXML", 400)]
    [InlineData(ConsoleFaultCodes.RoleTooLow, null)]
    [InlineData(ConsoleFaultCodes.Unexpected, null)]
    [InlineData(ConsoleFaultCodes.UnreadableAnswer, null)]
    public void Fault_ThatStays_IsNotTransient(string code, int? status) =>
        new AwsFault(code, "what", "why", "do", status).IsTransient.ShouldBeFalse();
}

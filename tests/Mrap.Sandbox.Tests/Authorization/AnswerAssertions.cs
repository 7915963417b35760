using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>What is expected of answers to requests that policies decide.</summary>
internal static class AnswerAssertions
{
    public static void ShouldBeDenied(this WireAnswer answer, string message)
    {
        (answer.Status, answer.ErrorCode).ShouldBe((403, "AccessDenied"), answer.Text);
        answer.Value("Message").ShouldBe(message);
    }

    public static void ShouldBeMalformedPolicy(this WireAnswer answer, string message)
    {
        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedPolicy"), answer.Text);
        answer.Value("Message").ShouldBe(message);
    }
}

using Mrap.Testing;

namespace Mrap.Sandbox.Tests.S3Control;

/// <summary>The Block Public Access of an account over HTTP.</summary>
public sealed class AccountBlockTests
{
    private const string Path = "/configuration/publicAccessBlock";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<PublicAccessBlockConfiguration/>")]
    [InlineData("<PublicAccessBlockConfiguration xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"/>")]
    [InlineData("<PublicAccessBlockConfiguration></PublicAccessBlockConfiguration>")]
    public async Task Block_ThatConfiguresNothing_IsRefusedAndChangesNothing(string document)
    {
        await using var sandbox = await SandboxFixture.StartAsync(cancellation: Cancellation);
        var client = new SandboxClient(sandbox);

        var first = await client.ControlAsync("PUT", Path, document, cancellation: Cancellation);
        (await client.ControlAsync("GET", Path, cancellation: Cancellation)).ErrorCode.ShouldBe("NoSuchPublicAccessBlockConfiguration");
        var set = await client.ControlAsync(
            "PUT",
            Path,
            "<PublicAccessBlockConfiguration><BlockPublicPolicy>true</BlockPublicPolicy></PublicAccessBlockConfiguration>",
            cancellation: Cancellation);
        var second = await client.ControlAsync("PUT", Path, document, cancellation: Cancellation);
        var kept = await client.ControlAsync("GET", Path, cancellation: Cancellation);

        set.Status.ShouldBe(200, set.Text);
        (first.Status, first.ErrorCode).ShouldBe((400, "InvalidRequest"));
        (second.Status, second.ErrorCode).ShouldBe((400, "InvalidRequest"));
        (kept.Value("BlockPublicPolicy"), kept.Value("BlockPublicAcls")).ShouldBe(("true", "false"));
    }
}

using Mrap.Sandbox.Configuration;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Iam;

/// <summary>A sandbox with two accounts, shared by the tests of a class; each test uses names of its own.</summary>
public sealed class IamFixture : IAsyncLifetime
{
    public const string Account = "111122223333";
    public const string OtherAccount = "444455556666";

    private SandboxFixture? _sandbox;

    public SandboxFixture Sandbox => _sandbox!;

    /// <summary>The administrator of the account.</summary>
    public IamClient Admin { get; private set; } = null!;

    /// <summary>The administrator of the other account.</summary>
    public IamClient OtherAdmin { get; private set; } = null!;

    /// <summary>The root user of the account.</summary>
    public IamClient Root { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var other = new AwsCredential("AKIAOTHERADMIN000001", "other-secret");
        var root = new AwsCredential("AKIAROOTUSER00000001", "root-secret");
        _sandbox = await SandboxFixture.StartAsync(options =>
        {
            options.Principals.Add(PrincipalOptions.DefaultAdministrator());
            options.Principals.Add(
                new()
                {
                    AccountId = OtherAccount,
                    UserName = "admin",
                    AccessKeyId = other.AccessKeyId,
                    SecretAccessKey = other.Secret,
                    Policies = [IamClient.Everything]
                });
            options.Principals.Add(
                new() { AccountId = Account, UserName = "root", AccessKeyId = root.AccessKeyId, SecretAccessKey = root.Secret });
        });
        Admin = new IamClient(_sandbox);
        OtherAdmin = new IamClient(_sandbox, other);
        Root = new IamClient(_sandbox, root);
    }

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}

using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Iam;

/// <summary>Calls IAM, STS and S3 of a sandbox as one principal.</summary>
public sealed class IamClient(SandboxFixture sandbox, AwsCredential? credential = null)
{
    public const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private readonly SandboxClient _client = new(sandbox);

    public AwsCredential? Credential => credential;

    public static string Allow(string action, string resource = "*") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"}]}""";

    public static string Trust(string principal, string condition = "{}") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"""
            + $$"""["sts:AssumeRole","sts:TagSession"],"Condition":{{condition}}}]}""";

    public IamClient As(AwsCredential other) => new(sandbox, other);

    /// <summary>Calls IAM.</summary>
    public Task<WireAnswer> IamAsync(string action, params (string Name, string Value)[] parameters) =>
        SendAsync("iam.amazonaws.com", "iam", "2010-05-08", action, parameters);

    /// <summary>Calls IAM, which must answer 200.</summary>
    public async Task<WireAnswer> DoAsync(string action, params (string Name, string Value)[] parameters)
    {
        var answer = await IamAsync(action, parameters);
        answer.Status.ShouldBe(200, answer.Text);
        return answer;
    }

    /// <summary>Calls STS.</summary>
    public Task<WireAnswer> StsAsync(string action, params (string Name, string Value)[] parameters) =>
        SendAsync("sts.us-east-1.amazonaws.com", "sts", "2011-06-15", action, parameters);

    /// <summary>Sends a request to S3, path style.</summary>
    public Task<WireAnswer> S3Async(string method, string target, string body = "") =>
        _client.SendAsync(WireRequest.Of(method, target, body) with { Credential = credential }, TestContext.Current.CancellationToken);

    /// <summary>Creates a user with a key and one inline policy.</summary>
    public async Task<IamClient> CreateUserAsync(string name, string policy)
    {
        await DoAsync("CreateUser", ("UserName", name));
        await DoAsync("PutUserPolicy", ("UserName", name), ("PolicyName", "own"), ("PolicyDocument", policy));
        return As(Keys(await DoAsync("CreateAccessKey", ("UserName", name))));
    }

    /// <summary>Starts a session of a role.</summary>
    public async Task<IamClient> AssumeAsync(string roleArn, params (string Name, string Value)[] more)
    {
        var answer = await StsAsync("AssumeRole", [("RoleArn", roleArn), ("RoleSessionName", "session"), .. more]);
        answer.Status.ShouldBe(200, answer.Text);
        return As(Keys(answer));
    }

    /// <summary>The credentials in an answer.</summary>
    public static AwsCredential Keys(WireAnswer answer) =>
        new(answer.Value("AccessKeyId")!, answer.Value("SecretAccessKey")!, answer.Value("SessionToken"));

    private Task<WireAnswer> SendAsync(string host, string service, string version, string action, (string Name, string Value)[] parameters)
    {
        IEnumerable<(string Name, string Value)> all = [("Action", action), ("Version", version), .. parameters];
        var form = string.Join('&', all.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        return _client.SendAsync(
            WireRequest.Of("POST", "/", form) with
            {
                Host = host,
                Service = service,
                Credential = credential,
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8" },
            },
            TestContext.Current.CancellationToken);
    }
}

namespace Mrap.Aws.Connections;

/// <summary>Where the console's AWS clients connect to and as whom.</summary>
public sealed class AwsEnvironment
{
    /// <summary>Who answers.</summary>
    public AwsMode Mode { get; set; } = AwsMode.Sandbox;

    /// <summary>Sandbox mode: the plain HTTP port of the sandbox on loopback, 1 to 65535.</summary>
    public int SandboxPort { get; set; } = 5081;

    /// <summary>Sandbox mode: the access key of the console.</summary>
    public string AccessKeyId { get; set; } = "AKIAIOSFODNN7EXAMPLE";

    /// <summary>Sandbox mode: the secret of that key. In AWS mode the SDK's own chain is used and this is not looked at.</summary>
    public string SecretAccessKey { get; set; } = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    /// <summary>How many times a call is made before it counts as failed, 1 or more; the SDK's standard is 3.</summary>
    public int MaxAttempts { get; set; } = 3;
}

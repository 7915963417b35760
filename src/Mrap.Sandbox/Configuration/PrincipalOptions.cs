namespace Mrap.Sandbox.Configuration;

/// <summary>A user that the sandbox knows, with one access key: an element of <c>Sandbox:Principals</c>.</summary>
public sealed class PrincipalOptions
{
    /// <summary>The user name that stands for an account's root user.</summary>
    internal const string Root = "root";

    /// <summary>The account of the user: 12 digits.</summary>
    public string AccountId { get; set; } = string.Empty;

    /// <summary>The name of the user: 1 to 64 letters, digits and <c>+=,.@_-</c>; <c>root</c> is the root user of the account.</summary>
    public string UserName { get; set; } = string.Empty;

    /// <summary>The access key ID: 16 to 128 letters, digits and underscores, unique among the principals.</summary>
    public string AccessKeyId { get; set; } = string.Empty;

    /// <summary>The secret that goes with the key: 1 to 128 characters.</summary>
    public string SecretAccessKey { get; set; } = string.Empty;

    /// <summary>
    /// The user's identity policies, each an IAM document as JSON text. None: the user is allowed nothing. A root user is allowed
    /// everything in its account whatever they say.
    /// </summary>
    public IList<string> Policies { get; init; } = [];

    /// <summary>The principal of a sandbox that was given none: an administrator with the key pair of AWS's documentation.</summary>
    /// <returns>A new instance, free to be changed.</returns>
    public static PrincipalOptions DefaultAdministrator() => new()
    {
        AccountId = "111122223333",
        UserName = "admin",
        AccessKeyId = "AKIAIOSFODNN7EXAMPLE",
        SecretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        Policies = ["""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""],
    };
}

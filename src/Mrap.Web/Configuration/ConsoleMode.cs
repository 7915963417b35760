namespace Mrap.Web.Configuration;

/// <summary>What answers the console's AWS calls.</summary>
public enum ConsoleMode
{
    /// <summary>The embedded sandbox, with no AWS account.</summary>
    Sandbox,

    /// <summary>AWS, with the credentials of the SDK's chain.</summary>
    Aws,
}

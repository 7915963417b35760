namespace Mrap.Aws.Connections;

/// <summary>Who answers the console's AWS clients.</summary>
public enum AwsMode
{
    /// <summary>The embedded sandbox, over loopback.</summary>
    Sandbox,

    /// <summary>Amazon Web Services.</summary>
    Aws,
}

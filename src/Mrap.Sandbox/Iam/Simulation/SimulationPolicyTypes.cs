namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>The kinds of policies as the simulator's answers name them.</summary>
internal static class SimulationPolicyTypes
{
    /// <summary>A policy of the caller.</summary>
    public const string Identity = "IAM Policy";

    /// <summary>The resource's policy.</summary>
    public const string Resource = "Resource Policy";

    /// <summary>The caller's permissions boundary.</summary>
    public const string Boundary = "Permissions Boundary Policy";
}

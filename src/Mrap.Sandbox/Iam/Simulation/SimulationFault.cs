using Mrap.Policy.Text;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>What the policy simulator refuses (IAM API Reference, "SimulateCustomPolicy", errors).</summary>
internal static class SimulationFault
{
    /// <summary>An input has a value that it cannot have.</summary>
    public static ServiceException Invalid(string message) => ServiceException.Of(400, "InvalidInput", message);

    /// <summary>An action that cannot be simulated.</summary>
    public static ServiceException Action(string action, string because) =>
        Invalid($"Invalid Input Actions: \"{DisplayText.Truncate(action)}\" {because}");

    /// <summary>A policy that cannot be read.</summary>
    public static ServiceException Policy(string id, string because) => Invalid($"Invalid Input Policies: {id} {because}");

    /// <summary>A resource that is not an ARN.</summary>
    public static ServiceException Resource(string resource) =>
        Invalid($"ResourceNames are not in a valid ARN format: {DisplayText.Truncate(resource)}.");

    /// <summary>An owner that is not the root of an account.</summary>
    public static ServiceException Owner(string owner) => Invalid($"'{DisplayText.Truncate(owner)}' is not a valid as a Resource Owner.");

    /// <summary>A caller that is not a user.</summary>
    public static ServiceException Caller() => Invalid("Invalid caller - Caller must be an IAM user in this context.");
}

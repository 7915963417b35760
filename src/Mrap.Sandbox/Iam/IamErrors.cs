using Mrap.Policy.Text;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>The errors of IAM, with the codes, statuses and messages of the service (IAM API Reference).</summary>
internal static class IamErrors
{
    /// <summary>There is no such user or role.</summary>
    public static ServiceException NoSuchEntity(EntityType type, string name) =>
        NoSuchEntity($"The {Word(type)} with name {DisplayText.Truncate(name)} cannot be found.");

    /// <summary>There is no such thing.</summary>
    public static ServiceException NoSuchEntity(string message) => ServiceException.Of(404, "NoSuchEntity", message);

    /// <summary>There is no such managed policy.</summary>
    public static ServiceException NoSuchPolicy(string arn) => NoSuchEntity($"Policy {DisplayText.Truncate(arn)} was not found.");

    /// <summary>There is no such managed policy, or it is not one that can be attached.</summary>
    public static ServiceException NotAttachable(string arn) =>
        NoSuchEntity($"Policy {DisplayText.Truncate(arn)} does not exist or is not attachable.");

    /// <summary>The name is taken.</summary>
    public static ServiceException AlreadyExists(EntityType type, string name) =>
        AlreadyExists($"{(type == EntityType.User ? "User" : "Role")} with name {name} already exists.");

    /// <summary>The name is taken.</summary>
    public static ServiceException AlreadyExists(string message) => ServiceException.Of(409, "EntityAlreadyExists", message);

    /// <summary>It is still in use.</summary>
    public static ServiceException DeleteConflict(string message) => ServiceException.Of(409, "DeleteConflict", message);

    /// <summary>A quota is used up.</summary>
    public static ServiceException QuotaExceeded(string quota, int limit) => LimitExceeded($"Cannot exceed quota for {quota}: {limit}");

    /// <summary>A limit is reached.</summary>
    public static ServiceException LimitExceeded(string message) => ServiceException.Of(409, "LimitExceeded", message);

    /// <summary>A value is well-formed but not one that can be.</summary>
    public static ServiceException InvalidInput(string message) => ServiceException.Of(400, "InvalidInput", message);

    /// <summary>A parameter breaks a rule.</summary>
    public static ServiceException Validation(string message) => ServiceException.Of(400, "ValidationError", message);

    /// <summary>The document is not a policy, or not one for this place.</summary>
    public static ServiceException MalformedPolicyDocument(string message) => ServiceException.Of(400, "MalformedPolicyDocument", message);

    /// <summary>The settings of the sandbox stand in the way.</summary>
    /// <param name="what">What cannot be changed, as the beginning of a sentence.</param>
    public static ServiceException SetBySettings(string what) =>
        ServiceException.Of(
            400, "UnmodifiableEntity",
            $"{what} is set by Sandbox:Principals in the settings of the sandbox and can be changed there only.");

    /// <summary>A policy of AWS cannot be changed.</summary>
    public static ServiceException AwsOwned(string arn) =>
        ServiceException.Of(403, "AccessDenied", $"Policy {DisplayText.Truncate(arn)} belongs to AWS and cannot be changed.");

    /// <summary>What a user or role is called in messages.</summary>
    public static string Word(EntityType type) => type == EntityType.User ? "user" : "role";
}

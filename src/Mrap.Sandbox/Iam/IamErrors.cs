using Mrap.Policy.Text;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3;

namespace Mrap.Sandbox.Iam;

/// <summary>The errors of IAM, with the codes, statuses and messages of the service (IAM API Reference).</summary>
internal static class IamErrors
{
    /// <summary>There is no such user or role.</summary>
    public static S3Exception NoSuchEntity(EntityType type, string name) =>
        NoSuchEntity($"The {Word(type)} with name {DisplayText.Truncate(name)} cannot be found.");

    /// <summary>There is no such thing.</summary>
    public static S3Exception NoSuchEntity(string message) => Refusal.Of(404, "NoSuchEntity", message);

    /// <summary>There is no such managed policy.</summary>
    public static S3Exception NoSuchPolicy(string arn) => NoSuchEntity($"Policy {DisplayText.Truncate(arn)} was not found.");

    /// <summary>There is no such managed policy, or it is not one that can be attached.</summary>
    public static S3Exception NotAttachable(string arn) =>
        NoSuchEntity($"Policy {DisplayText.Truncate(arn)} does not exist or is not attachable.");

    /// <summary>The name is taken.</summary>
    public static S3Exception AlreadyExists(EntityType type, string name) =>
        AlreadyExists($"{(type == EntityType.User ? "User" : "Role")} with name {name} already exists.");

    /// <summary>The name is taken.</summary>
    public static S3Exception AlreadyExists(string message) => Refusal.Of(409, "EntityAlreadyExists", message);

    /// <summary>It is still in use.</summary>
    public static S3Exception DeleteConflict(string message) => Refusal.Of(409, "DeleteConflict", message);

    /// <summary>A quota is used up.</summary>
    public static S3Exception QuotaExceeded(string quota, int limit) => LimitExceeded($"Cannot exceed quota for {quota}: {limit}");

    /// <summary>A limit is reached.</summary>
    public static S3Exception LimitExceeded(string message) => Refusal.Of(409, "LimitExceeded", message);

    /// <summary>A value is well-formed but not one that can be.</summary>
    public static S3Exception InvalidInput(string message) => Refusal.Of(400, "InvalidInput", message);

    /// <summary>A parameter breaks a rule.</summary>
    public static S3Exception Validation(string message) => Refusal.Of(400, "ValidationError", message);

    /// <summary>The document is not a policy, or not one for this place.</summary>
    public static S3Exception MalformedPolicyDocument(string message) => Refusal.Of(400, "MalformedPolicyDocument", message);

    /// <summary>The settings of the sandbox stand in the way.</summary>
    /// <param name="what">What cannot be changed, as the beginning of a sentence.</param>
    public static S3Exception SetBySettings(string what) =>
        Refusal.Of(
            400, "UnmodifiableEntity",
            $"{what} is set by Sandbox:Principals in the settings of the sandbox and can be changed there only.");

    /// <summary>A policy of AWS cannot be changed.</summary>
    public static S3Exception AwsOwned(string arn) =>
        Refusal.Of(403, "AccessDenied", $"Policy {DisplayText.Truncate(arn)} belongs to AWS and cannot be changed.");

    /// <summary>What a user or role is called in messages.</summary>
    public static string Word(EntityType type) => type == EntityType.User ? "user" : "role";
}

using System.Text;
using System.Text.Json;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.S3Control;

/// <summary>Judges access point policies by their syntax: JSON, size, and principals that are everyone.</summary>
internal sealed class PolicySyntax : IAccessPointPolicies
{
    private const int MaxBytes = 20 * 1024;

    /// <inheritdoc/>
    public ServiceFault? Refuse(string policy, AccessPoint point)
    {
        if (Encoding.UTF8.GetByteCount(policy) > MaxBytes)
        {
            return Malformed("Policies must be limited to 20 KB in size.");
        }

        try
        {
            using var document = JsonDocument.Parse(policy);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Malformed("Policies must be valid JSON and the first byte must be '{'");
            }

            return point.BlockPublicAccess.BlockPublicPolicy && IsPublic(document.RootElement)
                ? new ServiceFault("AccessDenied", 403, "Access Denied")
                : null;
        }
        catch (JsonException)
        {
            return Malformed("Policies must be valid JSON and the first byte must be '{'");
        }
    }

    /// <inheritdoc/>
    public bool IsPublic(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        return IsPublic(document.RootElement);
    }

    // A condition may narrow a grant to nobody in particular; without one, everyone means everyone.
    private static bool IsPublic(JsonElement policy) =>
        policy.TryGetProperty("Statement", out var statements)
        && Each(statements).Any(statement =>
            statement.ValueKind == JsonValueKind.Object
            && statement.TryGetProperty("Effect", out var effect) && effect.ValueKind == JsonValueKind.String && effect.ValueEquals("Allow")
            && !statement.TryGetProperty("Condition", out _)
            && statement.TryGetProperty("Principal", out var principal) && IsEveryone(principal));

    private static bool IsEveryone(JsonElement principal) => principal.ValueKind switch
    {
        JsonValueKind.String => principal.ValueEquals("*"),
        JsonValueKind.Object => principal.TryGetProperty("AWS", out var accounts) && Each(accounts).Any(account => account.ValueKind == JsonValueKind.String && account.ValueEquals("*")),
        _ => false,
    };

    private static JsonElement[] Each(JsonElement element) => element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element];

    private static ServiceFault Malformed(string message) => new("MalformedPolicy", 400, message);
}

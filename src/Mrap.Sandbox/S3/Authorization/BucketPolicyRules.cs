using System.Collections.Immutable;
using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Model;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>
/// Judges a bucket policy as S3 does when it is put, in S3's words (AWS pages "PutBucketPolicy" and "Invalid principal in policy").
/// </summary>
internal sealed class BucketPolicyRules(IPrincipalRegister principals)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The largest policy, in bytes of UTF-8.</summary>
    public static int MaxBytes => PolicyQuotas.Of(PolicyKind.Bucket).Limit;

    /// <summary>The answer to a policy that is larger than <see cref="MaxBytes"/>.</summary>
    public static ServiceException TooLarge() =>
        S3Errors.MalformedPolicy($"Normalized policy document exceeds the maximum allowed size of {MaxBytes} bytes");

    /// <summary>The text of a policy that may be put.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="bucket">The bucket that it is put on.</param>
    /// <exception cref="ServiceException">It is malformed.</exception>
    public string Read(byte[] bytes, BucketName bucket)
    {
        var text = Decode(bytes);
        var outcome = PolicyDocument.Parse(text, PolicyKind.Bucket);
        if (!outcome.TryGet(out var document))
        {
            throw S3Errors.MalformedPolicy(PolicyMessages.Of(outcome.Faults));
        }

        if (document.Statements.IsEmpty)
        {
            throw S3Errors.MalformedPolicy(PolicyMessages.NoStatement);
        }

        foreach (var statement in document.Statements)
        {
            if (Fault(statement, bucket) is { } fault)
            {
                throw S3Errors.MalformedPolicy(fault);
            }
        }

        return ConditionRules.Fault(text) is { } condition ? throw S3Errors.MalformedPolicy(condition) : text;
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes[0] != (byte)'{')
        {
            throw S3Errors.MalformedPolicy(PolicyMessages.NotJson);
        }

        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            throw S3Errors.MalformedPolicy(PolicyMessages.NotJson);
        }
    }

    private string? Fault(PolicyStatement statement, BucketName bucket) =>
        !PrincipalRules.AreValid(statement.Principals, principals) ? PolicyMessages.InvalidPrincipal
        : statement.Actions.Items.IsEmpty ? PolicyMessages.Missing("Action")
        : statement.Resources is not { Items.IsEmpty: false } resources ? PolicyMessages.Missing("Resource")
        : statement.Actions.Items.Any(action => !IsAction(action.Text)) ? PolicyMessages.InvalidAction
        : resources.Items.Any(resource => !BucketResource.IsOf(resource.Text, bucket)) ? PolicyMessages.InvalidResource
        : resources.IsNegated
            || statement.Actions.IsNegated
            || statement.Actions.Items.All(action => Applies(action.Text, resources.Items, bucket)) ? null
        : PolicyMessages.NoMatch;

    private static bool IsAction(string action) => !S3Actions.Matching(action).IsEmpty;

    private static bool Applies(string action, ImmutableArray<PolicyEntry> resources, BucketName bucket)
    {
        var entries = S3Actions.Matching(action);
        return resources.Any(resource =>
            (BucketResource.CoversObjects(resource.Text) && entries.Any(entry => entry.WorksOn("object")))
            || (BucketResource.CoversBucket(resource.Text, bucket) && entries.Any(entry => entry.WorksOn("bucket"))));
    }
}

using System.Globalization;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>Checks policies before they are kept, as IAM does.</summary>
internal static class PolicyDocuments
{
    private const int MaxText = 131_072;

    /// <summary>A policy of a user or role, inline or managed, from a parameter of a call.</summary>
    /// <exception cref="ServiceException">It is missing, or no such policy.</exception>
    public static PolicyText Identity(QueryCall call, string parameter = "PolicyDocument")
    {
        var text = Text(call, parameter);
        var document = Read(text, PolicyKind.Identity);
        CheckSids(document);
        foreach (var statement in document.Statements)
        {
            foreach (var resource in statement.Resources?.Items ?? [])
            {
                if (resource.Text != "*" && !resource.Text.StartsWith("arn:", StringComparison.Ordinal))
                {
                    throw IamErrors.MalformedPolicyDocument(
                        $"Resource {DisplayText.Truncate(resource.Text)} must be in ARN format or \"*\".");
                }
            }
        }

        return new PolicyText(text);
    }

    /// <summary>The policy of a managed policy.</summary>
    /// <exception cref="ServiceException">It is missing, no such policy, or too long.</exception>
    public static PolicyText Managed(QueryCall call)
    {
        var policy = Identity(call);
        return PolicySize.Of(policy.Text, PolicyKind.Identity) is { IsExceeded: true, Quota.Limit: var limit }
            ? throw IamErrors.QuotaExceeded("PolicySize", limit)
            : policy;
    }

    /// <summary>The trust policy of a role.</summary>
    /// <param name="parameter">The parameter that holds it.</param>
    /// <param name="principals">Which principals there are.</param>
    /// <exception cref="ServiceException">It is missing, no trust policy, too long, or names a principal that does not exist.</exception>
    public static PolicyText Trust(QueryCall call, string parameter, IPrincipalRegister principals)
    {
        var text = Text(call, parameter);
        var document = Read(text, PolicyKind.Trust);
        CheckSids(document);
        foreach (var statement in document.Statements)
        {
            if (statement.Resources is not null)
            {
                throw IamErrors.MalformedPolicyDocument("Has prohibited field Resource");
            }

            if (statement.Actions.Items.Any(action => !action.Text.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)))
            {
                throw IamErrors.MalformedPolicyDocument("AssumeRole policy may only specify STS AssumeRole actions.");
            }

            foreach (
                var principal in (statement.Principals?.Groups ?? [])
                    .Where(group => group.Type == PrincipalType.Aws)
                    .SelectMany(group => group.Entries.Items))
            {
                CheckPrincipal(principal.Text, principals);
            }
        }

        return PolicySize.Of(text, PolicyKind.Trust) is { IsExceeded: true, Quota.Limit: var limit }
            ? throw IamErrors.QuotaExceeded("ACLSizePerRole", limit)
            : new PolicyText(text);
    }

    /// <summary>Reads a policy.</summary>
    /// <exception cref="ServiceException">The text is no policy of that kind; the message tells the first fault.</exception>
    public static PolicyDocument Read(string text, PolicyKind kind)
    {
        var reading = PolicyDocument.Parse(text, kind);
        if (!reading.TryGet(out var document))
        {
            throw IamErrors.MalformedPolicyDocument(Message(reading.Faults[0]));
        }

        foreach (var action in document.Statements.SelectMany(statement => statement.Actions.Items))
        {
            if (action.Text != "*" && !action.Text.Contains(':', StringComparison.Ordinal))
            {
                throw IamErrors.MalformedPolicyDocument("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
            }
        }

        return document;
    }

    private static string Text(QueryCall call, string parameter)
    {
        var text = call.Form.Required(parameter);
        IamRules.CheckLength(parameter, text, 1, MaxText);
        return text.All(c => c is '\t' or '\n' or '\r' or (>= ' ' and <= '\u00ff'))
            ? text
            : throw IamErrors.Validation(
                $"The specified value for {char.ToLowerInvariant(parameter[0])}{parameter[1..]} is invalid. It must contain only "
                    + "printable ASCII characters.");
    }

    private static void CheckSids(PolicyDocument document)
    {
        var sids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sid in document.Statements.Select(statement => statement.Sid).OfType<string>())
        {
            if (!sid.All(char.IsAsciiLetterOrDigit))
            {
                throw IamErrors.MalformedPolicyDocument(
                    "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*");
            }

            if (sid.Length > 0 && !sids.Add(sid))
            {
                throw IamErrors.MalformedPolicyDocument("Statement IDs (SID) in a single policy must be unique.");
            }
        }
    }

    private static void CheckPrincipal(string principal, IPrincipalRegister principals)
    {
        if (!PrincipalRules.IsValid(PrincipalType.Aws, principal, principals))
        {
            throw IamErrors.MalformedPolicyDocument($"Invalid principal in policy: \"AWS\":\"{DisplayText.Truncate(principal)}\"");
        }
    }

    private static string Message(PolicyFault fault) => fault.Code switch
    {
        PolicyFaultCodes.MissingResource => "Policy statement must contain resources.",
        PolicyFaultCodes.MissingAction => "Policy statement must contain actions.",
        PolicyFaultCodes.UnsupportedPrincipal => "Policy document should not specify a principal.",
        PolicyFaultCodes.MissingPrincipal => "Missing required field Principal",
        PolicyFaultCodes.InvalidPolicyElement when fault.Pointer.EndsWith("Resource", StringComparison.Ordinal) =>
            "Has prohibited field Resource",
        _ =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"Syntax errors in policy. (line {fault.Position.Line}, column {fault.Position.Column}: {fault.Message})"),
    };
}

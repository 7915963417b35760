using Mrap.Policy.Model;

namespace Mrap.Policy.PublicAccess;

/// <summary>Finds the principals that are not fixed.</summary>
internal static class PrincipalExposure
{
    /// <summary>Why the principals are not fixed, as a sentence fragment; nothing when they are.</summary>
    public static string? Find(PolicyPrincipals principals)
    {
        if (principals.IsNegated)
        {
            return "`NotPrincipal` with Allow names everyone else";
        }

        if (principals.IsStar)
        {
            return "its principal is everyone";
        }

        foreach (var group in principals.Groups)
        {
            foreach (var entry in group.Entries.Items)
            {
                if (entry.Text.AsSpan().ContainsAny('*', '?'))
                {
                    return entry.Text == "*" ? "its principal is everyone" : "a principal has a wildcard";
                }

                if (group.Type == PrincipalType.Federated && !IsSaml(entry.Text))
                {
                    return "anyone can sign in with a web identity provider";
                }
            }
        }

        return null;
    }

    private static bool IsSaml(string text) =>
        text.StartsWith("arn:", StringComparison.Ordinal) && text.Contains(":saml-provider/", StringComparison.Ordinal);
}

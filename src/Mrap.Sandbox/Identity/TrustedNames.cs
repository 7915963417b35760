using System.Text;
using System.Text.Json;
using Mrap.Policy.Model;

namespace Mrap.Sandbox.Identity;

/// <summary>
/// Keeps trust policies true when a principal that they name is renamed or deleted: they trust the principal, not its name. One made anew
/// under
/// the old name is another (IAM User Guide, "AWS JSON policy elements: Principal").
/// </summary>
internal static class TrustedNames
{
    /// <summary>The roles that trust a principal by its ARN, as they are when it is called otherwise.</summary>
    /// <param name="all">Everything there is.</param>
    /// <param name="arn">What the principal was called.</param>
    /// <param name="now">Its new ARN, or its unique ID, which trusts nobody, when it is gone.</param>
    public static List<IamRole> Follow(Identities all, string arn, string now) =>
        [
            .. all.Roles.Values.Select(role => (Role: role, Trust: Replace(role.Trust, arn, now)))
            .Where(pair => pair.Trust is not null)
            .Select(pair => pair.Role with { Trust = pair.Trust! })];

    private static PolicyText? Replace(PolicyText trust, string arn, string now)
    {
        if (!trust.Text.Contains(arn[(arn.LastIndexOf('/') + 1)..], StringComparison.Ordinal))
        {
            return null;
        }

        var places = trust.As(PolicyKind.Trust).Document.Statements
            .SelectMany(statement => statement.Principals?.Groups ?? [])
            .Where(group => group.Type == PrincipalType.Aws)
            .SelectMany(group => group.Entries.Items)
            .Where(entry => entry.Text == arn)
            .Select(entry => entry.Span)
            .ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder(trust.Text.Length + 64);
        var done = 0;
        foreach (var place in places.OrderBy(place => place.Start))
        {
            text.Append(trust.Text, done, place.Start - done).Append(JsonSerializer.Serialize(now));
            done = place.End;
        }

        return new PolicyText(text.Append(trust.Text, done, trust.Text.Length - done).ToString());
    }
}

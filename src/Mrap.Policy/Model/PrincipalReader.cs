using System.Collections.Immutable;
using Mrap.Policy.Principals;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Model;

/// <summary>Reads a Principal or NotPrincipal element.</summary>
internal static class PrincipalReader
{
    /// <summary>Reads the element and checks that a policy of this kind may have it.</summary>
    public static PolicyPrincipals Read(JsonMemberSyntax member, PolicyKind? kind, FaultList faults)
    {
        if (kind is PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session or PolicyKind.ServiceControl)
        {
            faults.Add(
                PolicyFaultCodes.UnsupportedPrincipal,
                $"{DisplayText.Quote(member.Name)} cannot stand in a policy that is attached to its principal",
                "remove it, or attach the policy to the resource",
                member.NameSpan);
        }

        var principals = ReadValue(member, faults);
        if (kind == PolicyKind.ResourceControl && (principals.IsNegated || !principals.IsStar))
        {
            faults.Add(
                PolicyFaultCodes.InvalidPrincipal, "a resource control policy names everyone as its principal",
                "write `\"Principal\": \"*\"`", member.Span);
        }

        return principals;
    }

    private static PolicyPrincipals ReadValue(JsonMemberSyntax member, FaultList faults)
    {
        var isNegated = member.Name is "NotPrincipal";
        switch (member.Value)
        {
            case JsonTextSyntax text:
                if (text.Value != "*")
                {
                    faults.Add(
                        PolicyFaultCodes.InvalidPrincipal,
                        $"{DisplayText.Quote(text.Value)} is not a principal",
                        "name it by its type, as in `{\"AWS\": \"arn:aws:iam::111122223333:role/name\"}`",
                        text.Span,
                        RepairOf(text.Value));
                }

                return new PolicyPrincipals(IsStar: true, [], isNegated, text.Span);
            case JsonObjectSyntax types:
                var groups = ImmutableArray.CreateBuilder<PrincipalGroup>(types.Members.Length);
                foreach (var group in types.Members)
                {
                    if (TypeOf(group.Name) is { } type)
                    {
                        groups.Add(new PrincipalGroup(type, ElementReader.ReadEntries(group, isNegated: false, faults)));
                    }
                    else
                    {
                        ElementReader.ReportUnknown(
                            group, ["AWS", "Service", "Federated", "CanonicalUser"], "a principal", PolicyFaultCodes.InvalidPrincipalKey,
                            faults);
                    }
                }

                return new PolicyPrincipals(IsStar: false, groups.DrainToImmutable(), isNegated, types.Span);
            default:
                ElementReader.ReportType(member.Name, "`*` or an object", member.Value, faults);
                return new PolicyPrincipals(IsStar: false, [], isNegated, member.Value.Span);
        }
    }

    // only names that can stand in JSON as they are, and that show what type they are of
    private static string? RepairOf(string name) =>
        PrincipalArn.IsAccount(name) || PrincipalArn.Parse(name) is not null ? $"{{\"AWS\": \"{name}\"}}"
        : name.EndsWith(".amazonaws.com", StringComparison.Ordinal)
            && !name.AsSpan().ContainsAny('"', '\\')
            && !name.Any(char.IsControl) ? $"{{\"Service\": \"{name}\"}}"
        : null;

    private static PrincipalType? TypeOf(string name) => name switch
    {
        "AWS" => PrincipalType.Aws,
        "Service" => PrincipalType.Service,
        "Federated" => PrincipalType.Federated,
        "CanonicalUser" => PrincipalType.CanonicalUser,
        _ => null,
    };
}

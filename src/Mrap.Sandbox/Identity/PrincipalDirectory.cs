using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Sandbox.Hosting;

namespace Mrap.Sandbox.Identity;

/// <summary>The users of the settings, by access key.</summary>
internal sealed class PrincipalDirectory
{
    private readonly FrozenDictionary<string, Principal> _byKey;

    /// <summary>Reads the users; the settings were checked before.</summary>
    public PrincipalDirectory(SandboxOptions options)
    {
        IEnumerable<PrincipalOptions> principals = options.Principals.Count > 0 ? options.Principals : [PrincipalOptions.DefaultAdministrator()];
        All = [.. principals.Select(Read)];
        _byKey = All.ToFrozenDictionary(principal => principal.Caller.AccessKeyId, StringComparer.Ordinal);
    }

    /// <summary>All users in the order of the settings; at least one.</summary>
    public ImmutableArray<Principal> All { get; }

    /// <summary>The user who holds a key; null when nobody does.</summary>
    public Principal? Find(string accessKeyId) => _byKey.GetValueOrDefault(accessKeyId);

    /// <summary>Whether a user, role or account exists, given by ARN or by account number.</summary>
    /// <returns>Null when the sandbox knows nothing of the account, so that nothing can be said.</returns>
    public bool? Exists(string principal)
    {
        var caller = Mrap.Policy.Evaluation.Caller.Parse(principal);
        if (caller.Account is not { } account || All.All(known => known.Caller.Account.Value != account))
        {
            return null;
        }

        return caller.Kind == CallerKind.Root || All.Any(known => known.Caller.Arn == principal);
    }

    private static Principal Read(PrincipalOptions options)
    {
        var account = AccountId.Parse(options.AccountId).Value;
        ImmutableArray<CompiledPolicy> policies = [.. options.Policies.Select(text => CompiledPolicy.Compile(PolicyDocument.Parse(text, PolicyKind.Identity).Document, PolicyKind.Identity))];
        if (options.UserName == PrincipalOptions.Root)
        {
            var root = $"arn:aws:iam::{account}:root";
            return new Principal(
                new Caller.Root(account, root, account.Value, options.AccessKeyId, Permissions(root, policies, PrincipalContext.OfRoot(account, root))),
                options.SecretAccessKey);
        }

        var arn = $"arn:aws:iam::{account}:user/{options.UserName}";
        var id = UniqueId.Of("AIDA", arn);
        return new Principal(
            new Caller.User(account, arn, id, options.AccessKeyId, Permissions(arn, policies, PrincipalContext.OfUser(account, arn, id, options.UserName, []))),
            options.SecretAccessKey);
    }

    private static CallerPermissions Permissions(string arn, ImmutableArray<CompiledPolicy> identity, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> context) =>
        new(Mrap.Policy.Evaluation.Caller.Parse(arn), identity, [], [], context);
}

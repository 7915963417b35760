using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Identity;

/// <summary>The users of the settings: what they give stands, whatever IAM was asked to change.</summary>
internal sealed class SettingsPrincipals
{
    private readonly ImmutableArray<PrincipalOptions> _all;

    /// <summary>Reads the users; the settings were checked before.</summary>
    public SettingsPrincipals(SandboxOptions options)
    {
        _all = options.Principals.Count > 0 ? [.. options.Principals] : [PrincipalOptions.DefaultAdministrator()];
        Roots = _all
            .Where(principal => principal.UserName == PrincipalOptions.Root)
            .Select(principal => new SigningIdentity(RootOf(principal), principal.SecretAccessKey))
            .ToFrozenDictionary(principal => principal.Caller.AccessKeyId, StringComparer.Ordinal);
        Accounts = _all.Select(principal => AccountId.Parse(principal.AccountId).Value).ToFrozenSet();
    }

    /// <summary>The root users by access key.</summary>
    public FrozenDictionary<string, SigningIdentity> Roots { get; }

    /// <summary>The accounts of the settings.</summary>
    public FrozenSet<AccountId> Accounts { get; }

    /// <summary>The ID and secret of the key that the settings name first.</summary>
    public (string AccessKeyId, string Secret) FirstKey => (_all[0].AccessKeyId, _all[0].SecretAccessKey);

    /// <summary>The users as the settings want them.</summary>
    /// <param name="kept">What was kept of users.</param>
    /// <param name="now">When users begin that were not there before.</param>
    public IEnumerable<IamUser> Users(IReadOnlyCollection<IamUser> kept, DateTimeOffset now)
    {
        var keys = _all.Select(principal => principal.AccessKeyId).ToFrozenSet(StringComparer.Ordinal);
        foreach (var user in kept)
        {
            if (!user.IsOfSettings && Named(user.Account, user.Name).Length == 0)
            {
                yield return user with { Keys = [.. user.Keys.Where(key => !keys.Contains(key.Id))] };
            }
        }

        var names = _all.Where(principal => principal.UserName != PrincipalOptions.Root).Select(
            principal => new EntityName(AccountId.Parse(principal.AccountId).Value, principal.UserName));
        foreach (var name in names.Distinct())
        {
            var former = kept.FirstOrDefault(
                user => user.Account == name.Account && string.Equals(user.Name, name.Name, StringComparison.OrdinalIgnoreCase));
            yield return Give(former ?? New(name, now), Named(name.Account, name.Name), keys);
        }
    }

    private static IamUser New(EntityName name, DateTimeOffset now) =>
        new(name.Account, "/", name.Name, IamId.Of("AIDA", IamEntity.ArnOf(name.Account, EntityType.User, "/" + name.Name)), now);

    private static IamUser Give(IamUser user, PrincipalOptions[] principals, FrozenSet<string> keys)
    {
        var policies = principals
            .SelectMany(principal => principal.Policies)
            .Select((text, i) => KeyValuePair.Create("settings-" + (i + 1).ToString(CultureInfo.InvariantCulture), new PolicyText(text)))
            .ToList();
        var given =
            principals.Select(principal => new AccessKey(principal.AccessKeyId, principal.SecretAccessKey, user.CreatedAt)).ToList();
        return user with
        {
            IsOfSettings = true,
            Inline = user.Inline.SetItems(policies),
            Keys = [.. given, .. user.Keys.Where(key => !keys.Contains(key.Id))],
            Given = given.Select(key => key.Id).Concat(policies.Select(policy => policy.Key)).ToFrozenSet(StringComparer.Ordinal),
        };
    }

    private static Caller.Root RootOf(PrincipalOptions principal)
    {
        var account = AccountId.Parse(principal.AccountId).Value;
        return Callers.Root(account, principal.AccessKeyId);
    }

    private PrincipalOptions[] Named(AccountId account, string name) =>
        [
            .. _all.Where(
                principal =>
                    principal.AccountId == account.Value && string.Equals(principal.UserName, name, StringComparison.OrdinalIgnoreCase))];
}

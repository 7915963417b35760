using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mrap.Core.AccessPoints;
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
        _byKey = All.ToFrozenDictionary(principal => principal.User.AccessKeyId, StringComparer.Ordinal);
    }

    /// <summary>All users in the order of the settings; at least one.</summary>
    public ImmutableArray<Principal> All { get; }

    /// <summary>The user who holds a key; null when nobody does.</summary>
    public Principal? Find(string accessKeyId) => _byKey.GetValueOrDefault(accessKeyId);

    private static Principal Read(PrincipalOptions options)
    {
        var arn = $"arn:aws:iam::{options.AccountId}:user/{options.UserName}";
        var user = new Caller.User(AccountId.Parse(options.AccountId).Value, arn, UserId(arn), options.AccessKeyId);
        return new Principal(user, options.SecretAccessKey, [.. options.Policies]);
    }

    // The same user has the same ID after every restart.
    private static string UserId(string arn)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        const int Length = 17;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(arn));
        return string.Create(4 + Length, hash, static (text, bytes) =>
        {
            "AIDA".CopyTo(text);
            for (var i = 0; i < Length; i++)
            {
                text[4 + i] = Alphabet[bytes[i] % Alphabet.Length];
            }
        });
    }
}

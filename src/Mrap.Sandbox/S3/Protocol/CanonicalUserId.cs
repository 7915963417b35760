using System.Security.Cryptography;
using System.Text;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>The canonical user ID of an account: 64 hexadecimal digits that S3 names owners by.</summary>
internal static class CanonicalUserId
{
    /// <summary>The ID; always the same for one account.</summary>
    public static string Of(AccountId account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("canonical-user:" + account.Value)));
}

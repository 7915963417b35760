using System.Security.Cryptography;
using System.Text;

namespace Mrap.Sandbox.Identity;

/// <summary>Unique IDs of IAM entities: a prefix of four letters and 17 of base 32 (IAM User Guide, "IAM identifiers").</summary>
internal static class IamId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Length = 17;

    /// <summary>An ID that follows from a text, so that it is the same after every restart.</summary>
    public static string Of(string prefix, string text) => Spell(prefix, SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A new ID.</summary>
    public static string New(string prefix) => Spell(prefix, RandomNumberGenerator.GetBytes(Length));

    private static string Spell(string prefix, byte[] bytes) =>
        string.Create(prefix.Length + Length, (prefix, bytes), static (text, state) =>
    {
        state.prefix.CopyTo(text);
        for (var i = 0; i < Length; i++)
        {
            text[state.prefix.Length + i] = Alphabet[state.bytes[i] % Alphabet.Length];
        }
    });
}

using System.Text;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Makes stored text fit for a response header.</summary>
internal static class HeaderText
{
    /// <summary>The text itself when it is printable ASCII, otherwise an encoded word of RFC 2047, as S3 returns it.</summary>
    public static string Encode(string text) =>
        IsPlain(text) ? text : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    /// <summary>Whether the text is printable ASCII.</summary>
    public static bool IsPlain(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;
}

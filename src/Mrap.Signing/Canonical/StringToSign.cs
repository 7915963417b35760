using System.Text;
using Mrap.Signing.Keys;
using Mrap.Signing.Text;

namespace Mrap.Signing.Canonical;

/// <summary>Writes the strings that keys sign.</summary>
internal static class StringToSign
{
    /// <summary>A capacity that holds any string to sign of ordinary size.</summary>
    public const int UsualLength = 512;

    /// <summary>The string to sign of a whole request.</summary>
    public static void Write(
        ref PooledBytes output, SigningAlgorithm algorithm, DateTimeOffset timestamp, CredentialScope scope,
        scoped ReadOnlySpan<byte> canonicalHash)
    {
        Span<char> basic = stackalloc char[AwsTime.BasicLength];
        WriteHead(ref output, algorithm.Label(), AwsTime.Basic(timestamp, basic), scope);
        output.AppendHex(canonicalHash);
    }

    /// <summary>The three lines with which every string to sign begins.</summary>
    public static void WriteHead(ref PooledBytes output, string label, scoped ReadOnlySpan<char> timestamp, CredentialScope scope)
    {
        output.Append(label);
        output.Append((byte)'\n');
        output.Append(timestamp);
        output.Append((byte)'\n');
        output.Append(scope.Date);
        output.Append((byte)'/');
        if (scope.Region is not null)
        {
            output.Append(scope.Region);
            output.Append((byte)'/');
        }

        output.Append(scope.Service);
        output.Append((byte)'/');
        output.Append(CredentialScope.Terminator);
        output.Append((byte)'\n');
    }

    /// <summary>The string to sign as text, for AWS's error answer.</summary>
    public static string Build(
        SigningAlgorithm algorithm, DateTimeOffset timestamp, CredentialScope scope, ReadOnlySpan<byte> canonicalHash)
    {
        var output = new PooledBytes(UsualLength);
        try
        {
            Write(ref output, algorithm, timestamp, scope, canonicalHash);
            return Encoding.UTF8.GetString(output.Span);
        }
        finally
        {
            output.Dispose();
        }
    }
}

using System.Text;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>The rules for object keys: 1 to 1,024 bytes of UTF-8, any characters (AWS page "Naming Amazon S3 objects").</summary>
internal static class ObjectKey
{
    private const int MaxBytes = 1024;

    /// <summary>The key of a request to an object.</summary>
    /// <exception cref="ServiceException">The key is too long.</exception>
    public static string Require(S3Request request) => Check(request.Key ?? string.Empty);

    /// <summary>Gives the key back when it keeps the rules.</summary>
    /// <exception cref="ServiceException">The key is too long.</exception>
    public static string Check(string key)
    {
        if (key.Length > MaxBytes / 3)
        {
            var size = Encoding.UTF8.GetByteCount(key);
            if (size > MaxBytes)
            {
                throw S3Errors.KeyTooLong(size);
            }
        }

        return key;
    }
}

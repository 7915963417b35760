using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Sandbox.Storage.Checksums;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>Checks the integrity headers that clients put on S3 Control requests.</summary>
internal static class ControlDigests
{
    /// <summary>Checks every digest that is there.</summary>
    /// <exception cref="ServiceException">One is not that of the body.</exception>
    public static void Check(HttpRequest request, byte[] body)
    {
        if (request.Headers.TryGetValue("Content-MD5", out var md5) && md5.ToString().Trim() != Convert.ToBase64String(ContentMd5.Of(body)))
        {
            throw ServiceException.Of(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        }

        foreach (var algorithm in ChecksumNames.All)
        {
            if (request.Headers.TryGetValue(ChecksumNames.Header(algorithm), out var expected)
                && expected.ToString().Trim() != Convert.ToBase64String(ChecksumHasher.Hash(algorithm, body)))
            {
                throw ServiceErrors.BadChecksum(ChecksumNames.Name(algorithm));
            }
        }
    }
}

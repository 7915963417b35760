namespace Mrap.Sandbox.Wire;

/// <summary>Reads a body that is a document of bounded size.</summary>
internal static class WholeBody
{
    /// <summary>Reads a body to its end, so that all of it is checked against its signature.</summary>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="ServiceException">It is too long, or not what was signed.</exception>
    public static async Task<byte[]> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                throw ServiceErrors.MessageTooLong(limit);
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>Reads version IDs.</summary>
internal static class VersionIds
{
    private const int VersionIdLength = 32;

    /// <summary>The version ID of the query; null when there is none.</summary>
    /// <exception cref="ServiceException">It is no version ID.</exception>
    public static string? Read(S3Request request) => request.Query("versionId") is { } text ? Check(text) : null;

    /// <summary>Gives a version ID back when it has the form of one.</summary>
    /// <exception cref="ServiceException">It is no version ID.</exception>
    public static string Check(string versionId)
    {
        if (versionId.Length == 0)
        {
            throw S3Errors.InvalidArgument("Version id cannot be the empty string", "versionId", string.Empty);
        }

        foreach (var c in versionId)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-'))
            {
                throw Invalid(versionId);
            }
        }

        return versionId == "null" || versionId.Length == VersionIdLength ? versionId : throw Invalid(versionId);
    }

    private static ServiceException Invalid(string versionId) =>
        S3Errors.InvalidArgument("Invalid version id specified", "versionId", versionId);
}

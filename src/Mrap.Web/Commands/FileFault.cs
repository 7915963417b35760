using System.Text;

namespace Mrap.Web.Commands;

/// <summary>Says why a file could not be read.</summary>
internal static class FileFault
{
    /// <returns>A sentence fragment; null when the exception is a bug.</returns>
    public static string? Explain(Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "may not be read",
        DecoderFallbackException => "is not UTF-8 text",
        IOException or NotSupportedException or ArgumentException => "cannot be read (" + fault.Message.TrimEnd('.') + ")",
        _ => null,
    };
}

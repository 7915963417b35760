using Microsoft.AspNetCore.Connections;
using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Hosting;

/// <summary>A port that cannot be listened on, in words.</summary>
internal static class BusyPort
{
    /// <summary>Says which setting names a port that cannot be listened on.</summary>
    public static string Explain(SandboxOptions options, IOException fault)
    {
        var key = Names(fault.Message, options.HttpPort)
            ? nameof(SandboxOptions.HttpPort)
            : nameof(SandboxOptions.ProxyPort);
        var port = key == nameof(SandboxOptions.HttpPort) ? options.HttpPort : options.ProxyPort;
        return fault.InnerException is AddressInUseException
            ? $"{SandboxOptions.Section}:{key} is {port}, but that port is in use by another process."
            : $"{SandboxOptions.Section}:{key} is {port}, but that port cannot be used: {fault.Message}";
    }

    // The number as a whole: one port's number may begin another's.
    private static bool Names(string message, int port)
    {
        var text = $":{port}";
        for (
            var at = message.IndexOf(text, StringComparison.Ordinal); at >= 0; at = message.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            if (at + text.Length == message.Length || !char.IsAsciiDigit(message[at + text.Length]))
            {
                return true;
            }
        }

        return false;
    }
}

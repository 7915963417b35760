using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mrap.Sandbox.Hosting;

/// <summary>
/// The loggers of the sandbox's container: those of its host, but for the start-up failures that the host is told by exception.
/// </summary>
internal sealed class SandboxLoggers(ILoggerFactory host) : ILoggerFactory
{
    private const string HostingCategory = "Microsoft.Extensions.Hosting";

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(HostingCategory, StringComparison.Ordinal) ? NullLogger.Instance : host.CreateLogger(categoryName);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => host.AddProvider(provider);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The factory belongs to whoever gave it.
    }
}

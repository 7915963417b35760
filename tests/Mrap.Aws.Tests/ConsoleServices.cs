using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Hosting;
using Mrap.Testing;

namespace Mrap.Aws.Tests;

/// <summary>The use cases, connected to a loopback port.</summary>
internal sealed class ConsoleServices : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;

    public ConsoleServices(int port)
        : this(new AwsEnvironment { SandboxPort = port })
    {
    }

    public ConsoleServices(AwsEnvironment environment, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<ICurrentUser>(Acting);
        services.AddSingleton<IActivityLog, InMemoryActivityLog>();
        services.AddMrapAws(_ => environment);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        _scope = _services.CreateScope();
    }

    /// <summary>Who acts: an administrator until it is changed.</summary>
    public ActingAs Acting { get; } = new(ActingAs.Administrator);

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
    }
}

namespace Mrap.Web.Hosting;

/// <summary>Puts together the process that runs the sandbox alone.</summary>
public static class SandboxOnlyHost
{
    /// <summary>Builds it. Nothing is opened or listened on before it is started.</summary>
    public static IHost Build(string[] args)
    {
        var builder =
            Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddQuietHosting();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddEmbeddedSandbox();
        return builder.Build();
    }
}

using Mrap.Sandbox.Configuration;
using Mrap.Web.Commands;

OwnerOnly.EnforceForProcess();
return await CommandLine.OfProcess().RunAsync(args, CancellationToken.None);

public partial class Program;

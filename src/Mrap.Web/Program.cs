using Mrap.Web.Commands;
using Mrap.Web.Hosting;

PrivateFiles.Enforce();
return await CommandLine.OfProcess().RunAsync(args, CancellationToken.None);

public partial class Program;

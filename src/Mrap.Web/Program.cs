using Mrap.Web.Commands;

return await CommandLine.OfProcess().RunAsync(args, CancellationToken.None);

public partial class Program;

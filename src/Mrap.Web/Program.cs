using Mrap.Web.Hosting;

PrivateFiles.Enforce();
return await ConsoleCommands.RunAsync(args);

public partial class Program;

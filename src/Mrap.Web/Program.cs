using Mrap.Web.Hosting;

return await ConsoleCommands.RunAsync(args);

public partial class Program;

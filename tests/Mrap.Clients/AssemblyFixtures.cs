using Mrap.Clients;

[assembly: AssemblyFixture(typeof(SandboxProcessFixture))]

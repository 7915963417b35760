using System.Net;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Mrap.Testing;

namespace Mrap.Clients;

/// <summary>What the product writes is its owner's alone, whoever else has an account on the machine.</summary>
public sealed class FileModeTests : IDisposable
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mrap-modes-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task DataDirectory_AfterRealWork_IsItsOwnersAloneToTheLastFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        var cancellation = TestContext.Current.CancellationToken;
        var data = Path.Combine(_directory.FullName, "data");
        Directory.CreateDirectory(data, (UnixFileMode)0b111_111_101);
        await using var product = await ProductProcess.StartAsync(
            _directory.FullName,
            [],
            new Dictionary<string, string>
            {
                ["Console__Url"] = "http://127.0.0.1:0",
                ["Sandbox__HttpPort"] = "0",
                ["Sandbox__ProxyPort"] = "0",
                ["Sandbox__DataDirectory"] = data,
            });
        using var objects = new SignedObjects(product.AddressOf("Sandbox"), "eu-west-1");
        await objects.CreateBucketAsync("private-bucket", cancellation);
        foreach (var size in (int[])[10, 300_000])
        {
            (await objects.PutAsync($"/private-bucket/{size}", new ByteArrayContent(RandomNumberGenerator.GetBytes(size)), cancellation))
                .ShouldBe(HttpStatusCode.OK);
        }

        File.GetUnixFileMode(data).ShouldBe(OwnFile | UnixFileMode.UserExecute);
        var files = Directory.GetFiles(data, "*", SearchOption.AllDirectories);
        foreach (
            var kind in (string[])[
                "ca.pem", "ca.key", "control.db-wal", "identity.db", "console.db", "metadata.db-wal", "0000000000000002"])
        {
            files.ShouldContain(file => Path.GetFileName(file) == kind, kind);
        }

        files.Where(file => File.GetUnixFileMode(file) != OwnFile).ShouldBeEmpty();
        Directory.GetDirectories(data, "*", SearchOption.AllDirectories)
            .Where(directory => File.GetUnixFileMode(directory) != (OwnFile | UnixFileMode.UserExecute)).ShouldBeEmpty();
    }
}

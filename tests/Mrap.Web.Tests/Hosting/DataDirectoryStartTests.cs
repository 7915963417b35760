using System.Runtime.Versioning;
using Mrap.Web.Data.Startup;
using Mrap.Web.Hosting;
using Mrap.Web.Tests.Data;

namespace Mrap.Web.Tests.Hosting;

public sealed class DataDirectoryStartTests
{
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Prepare_OnFilesThatOthersMayRead_TakesTheRightsAway()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var state = new StateFixture();
        var path = StateStart.PathOf(state.Settings);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(path, [], TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        DataDirectoryStart.Prepare(state.Settings);

        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var directory in (string[])[folder, Path.GetDirectoryName(folder)!])
        {
            File.GetUnixFileMode(directory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>The main job, from the empty console to an object that the nearest Region serves to an unmodified client.</summary>
public sealed class MainJobTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    private const string LargeObjectScript = """
        head -c 20971520 /dev/urandom > large.bin
        "$AWS" s3 cp --only-show-errors large.bin "s3://$ARN/large.bin"
        "$AWS" s3 ls "s3://$ARN/large" | awk '{print $3, $4}'
        "$AWS" s3 cp --only-show-errors "s3://$ARN/large.bin" back.bin
        cmp large.bin back.bin && echo same
        printf signed > p.txt
        "$AWS" s3 cp --only-show-errors p.txt "s3://$ARN/p.txt"
        curl -fsS --proxy "$HTTPS_PROXY" --cacert "$AWS_CA_BUNDLE" "$("$AWS" s3 presign "s3://$ARN/p.txt")"; echo
        """;

    [Fact]
    public async Task Person_CreatesAnAccessPointInTheWizard_AndTheAwsCliUsesIt()
    {
        var page = await OpenAsync("/");
        await Link(page, "Create access point").ClickAsync();
        await FillWizardAsync(page, "media", "eu-west-1", "ap-southeast-2", "us-east-1");
        await Expect(page.GetByText("media-apse2").First).ToBeVisibleAsync();
        await Button(page, "Create access point").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Creation of media" })).ToBeVisibleAsync();
        await Expect(page.Locator(".page-title").GetByText("Ready", new() { Exact = true })).ToBeVisibleAsync();
        var arn = await page.GetByRole(AriaRole.Button, new() { Name = "Copy the ARN", Exact = true }).First.GetAttributeAsync("data-copy");
        arn.ShouldNotBeNull().ShouldStartWith($"arn:aws:s3::{ConsoleProcess.Account}:accesspoint/m");

        var output = await Shell.RunAsync(Console, arn, """
            "$AWS" --version >&2
            head -c 100000 /dev/urandom > test.png
            "$AWS" s3api put-object --bucket "$ARN" --key test.png --body test.png > /dev/null
            "$AWS" s3api get-object --bucket "$ARN" --key test.png back.png > /dev/null
            cmp test.png back.png && echo same
            eval "$(curl -s "$SANDBOX/_sandbox/env?vantage=ap-southeast-2")"
            "$AWS" s3api get-object --bucket "$ARN" --key test.png none.png 2>&1 | grep -o NoSuchKey || true
            printf 'from Sydney' > here.txt
            "$AWS" s3api put-object --bucket "$ARN" --key here.txt --body here.txt > /dev/null
            "$AWS" s3api get-object --bucket "$ARN" --key here.txt back.txt > /dev/null
            cmp here.txt back.txt && echo same
            "$AWS" s3api head-object --region ap-southeast-2 --bucket media-apse2 --key here.txt --query ContentLength
            """);
        output.Split('\n').ShouldBe(["same", "NoSuchKey", "same", "11"]);
        (await Shell.RunAsync(Console, arn, LargeObjectScript)).Split('\n').ShouldBe(["20971520 large.bin", "same", "signed"]);

        await Link(page, "Requests").ClickAsync();
        await page.GotoAsync("/access-points/media/requests?op=get&key=here.txt&vantage=ap-southeast-2");
        await page.GetByLabel("Key", new() { Exact = true }).PressAsync("Control+Enter");
        await Expect(page.GetByText("from Sydney", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".answer-line")).ToContainTextAsync("ap-southeast-2");
    }

    [Fact]
    public async Task Person_LoadsTheExample_TriesRequests_AndDeletesItByItsName()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        var name = (await page.Locator("h1").TextContentAsync())!;
        await Link(page, "Try a request").First.ClickAsync();

        await Button(page, "Send").ClickAsync();
        await Button(page, "welcome.txt").ClickAsync();
        await Expect(page.GetByLabel("Body", new() { Exact = true })).ToContainTextAsync("Hello from");
        await page.GetByLabel("Key", new() { Exact = true }).FillAsync("only-here/ap-southeast-2.txt");
        await Button(page, "Send").ClickAsync();
        await Expect(page.GetByText("Has it", new() { Exact = true })).ToHaveCountAsync(1);
        await Expect(page.GetByText("Missing", new() { Exact = true })).ToHaveCountAsync(2);
        page.Url.ShouldContain("op=get&key=only-here%2Fap-southeast-2.txt&vantage=us-east-1");

        await Link(page, "Delete").ClickAsync();
        await Expect(Button(page, "Delete access point")).ToBeDisabledAsync();
        await page.GetByLabel($"Type {name} to confirm").FillAsync(name);
        await Button(page, "Delete access point").ClickAsync();
        await Expect(page.GetByText($"{name} is deleted.")).ToBeVisibleAsync();
        await Expect(page.GetByText("There is none here yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AccessPoint_DeletedByAnotherClient_DoesNotStayOnItsPage()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        var name = (await page.Locator("h1").TextContentAsync())!;

        await Shell.RunAsync(Console, name, """
            "$AWS" s3control delete-multi-region-access-point --region us-west-2 --account-id 111122223333 --client-token gone \
              --details "Name=$ARN"
            """);

        await Expect(page.GetByText($"The access point {name} has been deleted.")).ToBeVisibleAsync();
        await Link(page, "All access points").ClickAsync();
        await Expect(page.GetByText("There is none here yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keyboard_Alone_CreatesAnAccessPoint()
    {
        var page = await OpenAsync("/access-points/create");
        await page.GetByLabel("Access point name").FocusAsync();
        await page.Keyboard.TypeAsync("typed");
        await Expect(page.GetByText("is free in your account", new() { Exact = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Buckets", Level = 2, Exact = true })).ToBeVisibleAsync();
        await TabToAsync(page, Button(page, "Create a bucket"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("New bucket name")).ToHaveCountAsync(1);
        await TabToAsync(page, Button(page, "Next"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Block all public access" })).ToBeVisibleAsync();
        await TabToAsync(page, Button(page, "Next"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(Button(page, "Create access point")).ToBeEnabledAsync();
        await TabToAsync(page, Button(page, "Create access point"));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".page-title").GetByText("Ready", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        const int MaxStops = 60;
        for (var i = 0; i < MaxStops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail("Tab does not reach the button");
    }
}

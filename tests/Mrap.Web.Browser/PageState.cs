using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>A state of a page, by a name that tells it in a test's report.</summary>
/// <param name="Path">Where it begins.</param>
/// <param name="ShowAsync">Brings a page that was opened there into the state, and waits until it shows.</param>
public sealed record PageState(string Name, string Path, Func<IPage, Task> ShowAsync);

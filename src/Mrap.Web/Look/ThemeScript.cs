namespace Mrap.Web.Look;

/// <summary>The script in the page's head that sets the theme before the first paint, so that no other theme flashes up.</summary>
public static class ThemeScript
{
    /// <summary>
    /// Reads the choice (<c>system</c>, <c>light</c>, <c>dark</c>) from local storage; anything else counts as <c>system</c>.
    /// </summary>
    public const string Text =
        """
        (() => {
          const root = document.documentElement;
          const dark = matchMedia('(prefers-color-scheme: dark)');
          const read = () => { try { return localStorage.getItem('theme'); } catch { return null; } };
          const apply = (choice) => {
            const known = choice === 'light' || choice === 'dark' ? choice : 'system';
            root.dataset.themeChoice = known;
            root.dataset.theme = known === 'system' ? (dark.matches ? 'dark' : 'light') : known;
          };
          apply(read());
          dark.addEventListener('change', () => apply(read()));
          window.addEventListener('storage', (e) => { if (e.key === 'theme') { apply(e.newValue); } });
          window.mrapTheme = { set(choice) { try { localStorage.setItem('theme', choice); } catch { } apply(choice); } };
        })();
        """;
}

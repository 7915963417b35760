// Answers buttons whose effect stays in the browser, so that none of them waits for the server.
(() => {
  const copiedFor = 1600;

  const announce = (text) => {
    let region = document.getElementById('announcer');
    if (!region) {
      region = document.createElement('div');
      region.id = 'announcer';
      region.className = 'visually-hidden';
      region.setAttribute('role', 'status');
      document.body.append(region);
    }
    region.textContent = '';
    requestAnimationFrame(() => { region.textContent = text; });
  };

  const write = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return;
    }
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (!done) { throw new Error('copy refused'); }
  };

  const copy = async (button) => {
    try {
      await write(button.dataset.copy);
      button.classList.add('copied');
      announce('Copied');
      setTimeout(() => button.classList.remove('copied'), copiedFor);
    } catch {
      announce('The browser did not allow copying');
    }
  };

  // Keeps the text that stands beside the button as a file.
  const save = (button) => {
    const url = URL.createObjectURL(new Blob([button.parentElement.querySelector('pre').textContent.replace(/\r?\n/g, '\r\n')], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: button.dataset.save });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url));
    announce('Downloaded');
  };

  const markTheme = () => {
    const choice = document.documentElement.dataset.themeChoice;
    for (const button of document.querySelectorAll('[data-set-theme]')) {
      button.setAttribute('aria-pressed', String(button.dataset.setTheme === choice));
    }
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-copy], [data-save], [data-set-theme], [data-reload], [data-print]');
    if (!button) { return; }
    if (button.dataset.copy !== undefined) { copy(button); }
    if (button.dataset.save) { save(button); }
    if (button.dataset.setTheme) {
      window.mrapTheme?.set(button.dataset.setTheme);
      markTheme();
      button.closest('[popover]')?.hidePopover?.();
    }
    if (button.dataset.reload !== undefined) { location.reload(); }
    if (button.dataset.print !== undefined) { print(); }
  });

  // Keys that a component answers itself must not scroll the page as well.
  document.addEventListener('keydown', (event) => {
    if (event.target.closest?.('[data-arrows]') && (event.key.startsWith('Arrow') || event.key === ' ' || event.key === 'Enter')) { event.preventDefault(); }
  });

  // Typing replaces the place in a field that was just entered. The server would select it later, and take the focus back with it.
  const places = '.vantage input';
  let entered;
  document.addEventListener('focusin', (event) => {
    entered = event.target.matches?.(places) ? event.target : undefined;
    entered?.select();
  });
  document.addEventListener('click', (event) => {
    if (event.target === entered) { entered.select(); }
    entered = undefined;
  });

  document.addEventListener('toggle', (event) => {
    if (event.target.id === 'theme-menu' && event.newState === 'open') { markTheme(); }
  }, true);

  // Blazor only tells the dialog what has become of the connection: it does not open it.
  document.addEventListener('components-reconnect-state-changed', (event) => {
    const dialog = document.getElementById('components-reconnect-modal');
    if (event.detail.state === 'hide') { dialog.close(); } else if (!dialog.open) { dialog.showModal(); }
  }, true);
})();

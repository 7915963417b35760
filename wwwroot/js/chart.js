// Reads a plot point by point under the pointer and the keys, and lets a range of time be chosen. The server hears of the range alone.
const dragFrom = 6;
const page = 10;
const bytes = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const day = 86_400_000;

const number = (value) => {
  const size = Math.abs(value);
  return value.toLocaleString(undefined, { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2 });
};

// As PlotText writes them.
const write = {
  Bytes: (value) => {
    const power = Math.min(bytes.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(Math.abs(value), 1)) / 10)));
    return `${number(value / 1024 ** power)} ${bytes[power]}`;
  },
  Milliseconds: (value) => value < 10_000 ? `${number(value)} ms` : `${number(value / 1000)} s`,
  Seconds: (value) => value < 600 ? `${number(value)} s` : `${number(value / 60)} min`,
  Share: (value) => `${number(Math.round(value * 1000) / 10)}%`,
};
write.LevelBytes = write.Bytes;

export const create = (frame, owner) => {
  const field = frame.querySelector('.plot-field');
  const part = (name) => field.querySelector(`.plot-${name}`);
  const [picture, reader, chosen, line, tip] = ['picture', 'reader', 'chosen', 'line', 'tip'].map(part);
  const listening = new AbortController();
  const canChoose = frame.dataset.choosing !== undefined;
  let at;
  let anchor;
  let pressed;

  const count = () => Number(frame.dataset.count);
  const bound = (index) => Math.min(Math.max(index, 0), count() - 1);
  const timeOf = (index) => Number(frame.dataset.start) + index * Number(frame.dataset.step);
  const say = (index) => {
    if (frame.dataset.elapsed !== undefined) {
      const seconds = Math.floor((timeOf(index) - Number(frame.dataset.start)) / 1000);
      return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    }
    const isLong = count() * Number(frame.dataset.step) > day;
    const seconds = Number(frame.dataset.step) % 60_000 ? { second: '2-digit' } : {};
    return new Date(timeOf(index)).toLocaleString(
      undefined, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC', ...seconds, ...(isLong ? { month: 'short', day: 'numeric' } : {}) });
  };

  const values = (index) => {
    const format = write[frame.dataset.unit] ?? number;
    const series = [...picture.querySelectorAll('.plot-series')];
    if (picture.classList.contains('filled')) { series.reverse(); }
    return series.map(({ dataset, style }) => {
      const value = dataset.points.split(' ')[index];
      return { name: dataset.name, colour: style.getPropertyValue('--colour'), text: value === undefined || value === '-' ? '–' : format(Number(value)) };
    });
  };

  const range = () => anchor === undefined || anchor === at ? undefined : [Math.min(anchor, at), Math.max(anchor, at)];

  const drawRange = () => {
    const [first, last] = range() ?? [];
    chosen.hidden = first === undefined;
    if (first === undefined) { return; }
    chosen.style.left = `${first / count() * 100}%`;
    chosen.style.width = `${(last + 1 - first) / count() * 100}%`;
  };

  const show = (index) => {
    at = bound(index);
    const place = (at + .5) / count();
    const points = values(at);
    const head = say(at);
    const picked = range() ? `chosen: ${say(range()[0])} to ${say(range()[1] + 1)}` : '';
    line.style.left = `${place * 100}%`;
    tip.replaceChildren();
    tip.append(Object.assign(document.createElement('strong'), { textContent: head }));
    for (const { name, colour, text } of points) {
      const row = document.createElement('span');
      const swatch = Object.assign(document.createElement('i'), { className: 'plot-swatch' });
      swatch.style.setProperty('--colour', colour);
      row.append(swatch, ` ${name} `, Object.assign(document.createElement('b'), { textContent: text }));
      tip.append(row);
    }
    if (picked) { tip.append(Object.assign(document.createElement('em'), { textContent: picked })); }
    line.hidden = tip.hidden = false;
    const width = field.clientWidth;
    tip.style.left = `${Math.min(Math.max(place * width + (place > .5 ? -tip.offsetWidth - 12 : 12), 0), Math.max(width - tip.offsetWidth, 0))}px`;
    reader.setAttribute('aria-valuenow', at);
    reader.setAttribute('aria-valuetext', `${head}: ${points.map(({ name, text }) => `${name} ${text}`).join(', ')}${picked && `; ${picked}`}`);
    drawRange();
  };

  const letGo = () => { anchor = undefined; chosen.hidden = true; };
  const hide = () => { line.hidden = tip.hidden = true; letGo(); };

  const choose = () => {
    const found = range();
    hide();
    if (found) { owner.invokeMethodAsync('OnChosenAsync', ...found).catch(() => { /* the page is going */ }); }
  };

  const indexAt = (event) => {
    const box = field.getBoundingClientRect();
    return bound(Math.floor((event.clientX - box.left) / box.width * count()));
  };

  const listen = (name, answer) => reader.addEventListener(name, answer, { signal: listening.signal });
  listen('pointerdown', (event) => {
    if (event.button !== 0) { return; }
    pressed = { x: event.clientX, index: indexAt(event) };
    anchor = undefined;
    reader.setPointerCapture(event.pointerId);
  });
  listen('pointermove', (event) => {
    if (pressed && canChoose && Math.abs(event.clientX - pressed.x) > dragFrom) { anchor = pressed.index; }
    show(indexAt(event));
  });
  listen('pointerup', () => {
    const dragged = pressed && anchor !== undefined;
    pressed = undefined;
    if (dragged) { choose(); }
  });
  listen('pointercancel', () => { pressed = undefined; hide(); });
  listen('pointerleave', () => { if (!pressed && document.activeElement !== reader) { hide(); } });
  listen('blur', hide);
  listen('focus', () => { if (reader.matches(':focus-visible')) { show(at ?? count() - 1); } });
  listen('keydown', (event) => {
    const now = at ?? count() - 1;
    const target = {
      ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1,
      PageDown: now - page, PageUp: now + page, Home: 0, End: count() - 1,
    }[event.key];
    if (target !== undefined) {
      if (event.shiftKey && canChoose) { anchor ??= now; } else { letGo(); }
      show(target);
    } else if (event.key === 'Enter' && range()) {
      choose();
    } else if (event.key === 'Escape' && !tip.hidden) {
      hide();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });

  // What is read stays true when new values come in.
  const watching = new MutationObserver(() => { if (!tip.hidden) { show(at); } });
  watching.observe(frame, { attributes: true, subtree: true, attributeFilter: ['data-points', 'data-start', 'data-count'] });
  reader.hidden = false;

  return { dispose: () => { listening.abort(); watching.disconnect(); } };
};

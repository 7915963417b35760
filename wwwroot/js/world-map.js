// Moves the world map under the pointer, the wheel and the keys. The server hears of it once the movement has ended.
const dragFrom = 4;
const step = 1.6;
const wheelRest = 180;
const glide = 160;
const twice = 260;
const margin = 30;
const still = matchMedia('(prefers-reduced-motion: reduce)');

export const create = (frame, owner, { width, height, maxZoom }, x, y, zoom) => {
  const map = frame.querySelector('.map');
  const world = map.querySelector('.map-world');
  const buttons = (name) => frame.querySelector(`[data-zoom="${name}"]`);
  const listening = new AbortController();
  const pointers = new Map();
  let view = { x, y, k: zoom };
  let told = view;
  let gesture;
  let dragged = false;
  let frameRequest;
  let wheelTimer;
  let clickTimer;

  const bound = (value, least, most) => Math.min(Math.max(value, least), most);
  const within = ({ x, y, k }) => {
    const near = bound(k, 1, maxZoom);
    return { x: bound(x, 0, width * (1 - 1 / near)), y: bound(y, 0, height * (1 - 1 / near)), k: near };
  };

  const draw = () => {
    world.style.transform = `scale(${view.k}) translate(${-view.x}px, ${-view.y}px)`;
    world.style.setProperty('--map-zoom', view.k);
    frame.toggleAttribute('data-zoomed', view.k > 1);
    buttons('in').setAttribute('aria-disabled', String(view.k >= maxZoom));
    buttons('out').setAttribute('aria-disabled', String(view.k <= 1));
    buttons('fit').setAttribute('aria-disabled', String(view.k <= 1));
  };

  const put = (next) => { view = within(next); draw(); };

  const tell = () => {
    if (view.x === told.x && view.y === told.y && view.k === told.k) { return; }
    told = view;
    owner.invokeMethodAsync('OnMovedAsync', view.x, view.y, view.k).catch(() => { /* the page is going */ });
  };

  // The edges move evenly, so that what the map is turned towards stays where it is.
  const goTo = (target, isTold = true) => {
    cancelAnimationFrame(frameRequest);
    const [from, to] = [view, within(target)];
    if (still.matches) {
      put(to);
      if (isTold) { tell(); }
      return;
    }
    let begun;
    const move = (now) => {
      begun ??= now;
      const t = Math.min(1, (now - begun) / glide);
      const part = t * (2 - t);
      const mix = (a, b) => a + (b - a) * part;
      put(t === 1 ? to : { x: mix(from.x, to.x), y: mix(from.y, to.y), k: 1 / mix(1 / from.k, 1 / to.k) });
      if (t < 1) { frameRequest = requestAnimationFrame(move); } else if (isTold) { tell(); }
    };
    frameRequest = requestAnimationFrame(move);
  };

  // In units of the frame, which are those of the whole map at zoom 1.
  const pointOf = (event) => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
    return { x, y };
  };
  const placeOf = (point) => ({ x: view.x + point.x / view.k, y: view.y + point.y / view.k });
  const around = (point, place, k) => {
    const near = bound(k, 1, maxZoom);
    return { x: place.x - point.x / near, y: place.y - point.y / near, k: near };
  };
  const zoomAt = (point, k) => around(point, placeOf(point), k);

  const markOf = (region) => {
    const { e, f } = region.transform.baseVal.getItem(0).matrix;
    return { x: e, y: f };
  };
  const middle = () => {
    const region = document.activeElement?.closest?.('.map-region');
    if (!region || !frame.contains(region)) { return { x: width / 2, y: height / 2 }; }
    const mark = markOf(region);
    return { x: (mark.x - view.x) * view.k, y: (mark.y - view.y) * view.k };
  };
  const commands = {
    in: () => goTo(zoomAt(middle(), view.k * step)),
    out: () => goTo(zoomAt(middle(), view.k / step)),
    fit: () => goTo({ x: 0, y: 0, k: 1 }),
  };
  const keys = { '+': 'in', '=': 'in', '-': 'out', '_': 'out', 0: 'fit', Home: 'fit' };

  const begin = () => {
    const points = [...pointers.values()];
    gesture = { points, view, places: points.map(placeOf) };
  };

  const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

  const follow = () => {
    const points = [...pointers.values()];
    if (points.length === 1) {
      put(around(points[0], gesture.places[0], view.k));
      return;
    }
    const [a, b] = points;
    const [p, q] = gesture.places;
    const apart = Math.max(1, distance(...gesture.points));
    put(around({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 }, gesture.view.k * distance(a, b) / apart));
  };

  const on = (target, name, answer, options) => target.addEventListener(name, answer, { signal: listening.signal, ...options });

  on(map, 'pointerdown', (event) => {
    if (event.button !== 0 || pointers.size === 2) { return; }
    if (pointers.size === 0) { dragged = false; }
    cancelAnimationFrame(frameRequest);
    pointers.set(event.pointerId, pointOf(event));
    begin();
  });

  on(map, 'pointermove', (event) => {
    if (!pointers.has(event.pointerId)) { return; }
    const point = pointOf(event);
    if (!dragged) {
      const moved = distance(point, pointers.get(event.pointerId)) * map.getScreenCTM().a;
      if (moved < dragFrom || (pointers.size === 1 && view.k === 1)) { return; }
      dragged = true;
      frame.toggleAttribute('data-dragged', true);
      for (const id of pointers.keys()) { map.setPointerCapture(id); }
    }
    pointers.set(event.pointerId, point);
    follow();
  });

  const release = (event) => {
    if (!pointers.delete(event.pointerId)) { return; }
    begin();
    if (pointers.size === 0) {
      frame.toggleAttribute('data-dragged', false);
      tell();
    }
  };
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) { on(map, name, release); }
  on(window, 'pointerup', release);

  // The end of a drag is no click.
  on(frame, 'click', (event) => {
    if (dragged && map.contains(event.target)) {
      dragged = false;
      event.stopPropagation();
      event.preventDefault();
    }
  }, { capture: true });

  on(frame, 'click', (event) => {
    const name = event.target.closest('[data-zoom]')?.dataset.zoom;
    if (name) {
      commands[name]();
    } else if (map.classList.contains('choosing') && map.contains(event.target) && !event.target.closest('.map-region')) {
      const place = placeOf(pointOf(event));
      clearTimeout(clickTimer);
      clickTimer = setTimeout(() => owner.invokeMethodAsync('OnPlaceAsync', place.x, place.y).catch(() => { /* the page is going */ }), twice);
    }
  });

  on(map, 'dblclick', (event) => {
    if (event.target.closest('.map-region')) { return; }
    clearTimeout(clickTimer);
    event.preventDefault();
    goTo(zoomAt(pointOf(event), event.shiftKey ? view.k / 2 : view.k * 2));
  });

  // A page that is being scrolled goes on scrolling over the map, and where the map can go no further.
  on(map, 'wheel', (event) => {
    const isMeant = event.ctrlKey || event.metaKey;
    if (!isMeant && !frame.contains(document.activeElement)) { return; }
    const lines = event.deltaY * [1, 16, 400][event.deltaMode];
    if (!isMeant && ((lines > 0 && view.k <= 1) || (lines < 0 && view.k >= maxZoom))) { return; }
    event.preventDefault();
    cancelAnimationFrame(frameRequest);
    put(zoomAt(pointOf(event), view.k * 2 ** (-lines / (event.ctrlKey ? 120 : 320))));
    clearTimeout(wheelTimer);
    wheelTimer = setTimeout(tell, wheelRest);
  }, { passive: false });

  on(frame, 'keydown', (event) => {
    const name = keys[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault();
    event.stopPropagation();
    commands[name]();
  });

  // What is told of a Region goes with Escape, and comes back with the next one.
  on(document, 'keydown', (event) => { if (event.key === 'Escape') { frame.toggleAttribute('data-quiet', true); } });
  on(frame, 'pointerover', (event) => { if (!event.target.closest('.map-tip')) { frame.toggleAttribute('data-quiet', false); } });

  on(frame, 'focusin', (event) => {
    frame.toggleAttribute('data-quiet', false);
    const region = event.target.closest('.map-region');
    if (!region?.matches(':focus-visible')) { return; }
    const { x, y } = markOf(region);
    const [room, wide, high] = [margin / view.k, width / view.k, height / view.k];
    const next = { x: bound(view.x, x + room - wide, x - room), y: bound(view.y, y + room - high, y - room), k: view.k };
    if (next.x !== view.x || next.y !== view.y) { goTo(next); }
  });

  draw();
  frame.toggleAttribute('data-live', true);

  return {
    // Whoever is moving the map has the last word.
    show(x, y, k) {
      if (pointers.size > 0) { return; }
      told = within({ x, y, k });
      goTo(told, false);
    },
    dispose() {
      listening.abort();
      cancelAnimationFrame(frameRequest);
      clearTimeout(wheelTimer);
      clearTimeout(clickTimer);
    },
  };
};

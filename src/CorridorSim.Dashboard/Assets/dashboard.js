// What only a browser can do: save files and pictures, copy texts; and what keeps charts and the connection steady.
(function () {
  'use strict';

  // A chart is asked for by the name of its element, and may be asked for when the reader has left its page already, as
  // while the library is still on its way. Such a chart is left out: an error would take the charts after it along.
  // The library draws in steps. What is asked of a chart meanwhile waits until it is drawn: cleared between two steps,
  // the next one would find nothing to draw on.
  function steady(library) {
    const underWay = new WeakMap();
    const inTurn = draw => (element, ...rest) => {
      const chart = typeof element === 'string' ? document.getElementById(element) : element;
      if (!chart) {
        return Promise.resolve();
      }
      const start = () => draw(chart, ...rest);
      const drawn = underWay.has(chart) ? underWay.get(chart).then(start) : Promise.resolve(start());
      const settled = drawn.catch(() => {}).then(() => {
        if (underWay.get(chart) === settled) {
          underWay.delete(chart);
        }
      });
      underWay.set(chart, settled);
      return drawn;
    };
    return Object.assign({}, library, Object.fromEntries(['newPlot', 'react', 'restyle', 'purge'].map(name => [name, inTurn(library[name])])));
  }

  let plotly;
  Object.defineProperty(window, 'Plotly', { configurable: true, get: () => plotly, set: library => { plotly = steady(library); } });

  // A machine that simulates on all its cores may be slow to say that it lives: patience instead of a lost page.
  document.addEventListener('DOMContentLoaded', () => {
    window.Blazor?.registerCustomEventType('brushed', { createEventArgs: event => event.detail });
    window.Blazor?.start({
      circuit: { configureSignalR: connection => connection.withServerTimeout(180000).withKeepAliveInterval(15000) },
    });
  });

  // Arrow keys go from view to view of a figure, Home and End to its first and last.
  document.addEventListener('keydown', event => {
    const tab = event.target.closest?.('[role=tab]');
    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
    if (!tab || !(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const tabs = [...tab.parentElement.querySelectorAll('[role=tab]')];
    const place = tabs.indexOf(tab) + steps[event.key];
    const next = Number.isFinite(place) ? tabs[(place + tabs.length) % tabs.length] : tabs[place < 0 ? 0 : tabs.length - 1];
    event.preventDefault();
    next.focus();
    next.click();
  });

  // A range is drawn along an axis of parallel coordinates: anew, from one of its ends, or moved as it is; a click lets it go.
  document.addEventListener('pointerdown', event => {
    const grip = event.target.closest?.('.parallel .grip');
    if (!grip || event.button !== 0) {
      return;
    }
    const plot = grip.ownerSVGElement;
    const drawn = plot.querySelector('.brush.drawn');
    const [top, height, left] = ['y', 'height', 'x'].map(name => Number(grip.getAttribute(name)));
    const place = e => {
      const y = new DOMPoint(e.clientX, e.clientY).matrixTransform(plot.getScreenCTM().inverse()).y;
      return Math.min(1, Math.max(0, (top + height - y) / height));
    };
    const old = [...plot.querySelectorAll('[data-brush]')].find(b => b.dataset.brush === grip.dataset.axis);
    const [oldTop, oldHeight] = old ? ['y', 'height'].map(name => Number(old.getAttribute(name))) : [0, 0];
    const [low, high] = old ? [(top + height - oldTop - oldHeight) / height, (top + height - oldTop) / height] : [-1, -1];
    const from = place(event);
    const near = 6 / height;
    const range = to => {
      if (old && Math.abs(from - low) < near) return [Math.min(to, high), Math.max(to, high)];
      if (old && Math.abs(from - high) < near) return [Math.min(to, low), Math.max(to, low)];
      if (from > low && from < high) {
        const by = Math.min(1 - high, Math.max(-low, to - from));
        return [low + by, high + by];
      }
      return [Math.min(from, to), Math.max(from, to)];
    };
    let ends = null;
    const move = e => {
      if (!ends && Math.abs(e.clientY - event.clientY) < 3) {
        return;
      }
      ends = range(place(e));
      drawn.setAttribute('x', left + Number(grip.getAttribute('width')) / 2 - 7);
      drawn.setAttribute('y', top + height * (1 - ends[1]));
      drawn.setAttribute('height', Math.max(1, height * (ends[1] - ends[0])));
      drawn.classList.add('seen');
    };
    const end = isDone => {
      ['pointermove', 'pointerup', 'pointercancel'].forEach((name, i) => grip.removeEventListener(name, [move, up, cancel][i]));
      drawn.classList.remove('seen');
      if (isDone && (ends || old)) {
        const [lower, upper] = ends ?? [0, 0];
        grip.dispatchEvent(new CustomEvent('brushed', { bubbles: true, detail: { axis: grip.dataset.axis, lower, upper } }));
      }
    };
    const up = () => end(true);
    const cancel = () => end(false);
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener('pointermove', move);
    grip.addEventListener('pointerup', up);
    grip.addEventListener('pointercancel', cancel);
  });

  // Charts are drawn for the width of the screen. On paper they keep their shape and take the width of their column.
  const printed = () => document.querySelectorAll('.plot .svg-container');
  window.addEventListener('beforeprint', () => printed().forEach(box => {
    const drawing = box.querySelector('.main-svg');
    const [width, height] = [drawing.getAttribute('width'), drawing.getAttribute('height')];
    box.style.aspectRatio = width + ' / ' + height;
    box.querySelectorAll('.main-svg').forEach(svg => svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height));
  }));
  window.addEventListener('afterprint', () => printed().forEach(box => {
    box.style.aspectRatio = '';
    box.querySelectorAll('.main-svg').forEach(svg => svg.removeAttribute('viewBox'));
  }));

  function download(name, address) {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  function save(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    download(name, address);
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.appendChild(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      return done;
    }
  }

  function redraw(id, values) {
    const chart = document.getElementById(id);
    if (!plotly || !chart?._fullLayout || chart.data.length !== values.length) {
      return false;
    }
    plotly.restyle(chart, { y: values });
    return true;
  }

  function escaped(text) {
    return text.replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
  }

  async function saveChart(id, format, name, title, note, source) {
    const chart = document.getElementById(id);
    const lines = source.split('\n');
    const more = 13 * (lines.length - 1);
    const layout = Object.assign({}, chart.layout, {
      width: 1000, height: 520 + more, autosize: false,
      title: { text: escaped(title) + '<br><sub>' + escaped(note) + '</sub>', x: 0.02, xanchor: 'left', font: { size: 16 } },
      margin: Object.assign({}, chart.layout.margin, { t: 80, b: 90 + more }),
      annotations: (chart.layout.annotations ?? []).concat([{
        text: lines.map(escaped).join('<br>'), xref: 'paper', yref: 'paper', x: 0, y: 0, yshift: -58, xanchor: 'left', yanchor: 'top', showarrow: false, align: 'left', font: { size: 10 },
      }]),
    });
    const address = await window.Plotly.toImage({ data: chart.data, layout }, { format, width: 1000, height: 520 + more, scale: format === 'png' ? 2 : 1 });
    download(name + '.' + format, address);
  }

  // A drawing is coloured by the style sheet: what it looks like is written into the copy that is saved.
  function standalone(drawing) {
    const copyOf = drawing.cloneNode(true);
    const from = drawing.querySelectorAll('*');
    const to = copyOf.querySelectorAll('*');
    const looks = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'font-size', 'font-family', 'font-weight', 'text-anchor', 'paint-order', 'stroke-linejoin'];
    from.forEach((element, i) => {
      const style = getComputedStyle(element);
      to[i].setAttribute('style', looks.map(l => l + ':' + style.getPropertyValue(l)).join(';'));
    });
    copyOf.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copyOf.style.background = getComputedStyle(document.body).backgroundColor;
    // Some drawings are saved with a title and a source around them.
    const saved = drawing.dataset.saved ?? drawing.getAttribute('viewBox');
    const [, , width, height] = saved.split(' ');
    copyOf.setAttribute('viewBox', saved);
    copyOf.setAttribute('width', width);
    copyOf.setAttribute('height', height);
    return new XMLSerializer().serializeToString(copyOf);
  }

  function saveDrawing(id, format, name) {
    const drawing = document.getElementById(id);
    const text = standalone(drawing);
    if (format === 'svg') {
      save(name + '.svg', 'image/svg+xml', text);
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.width * 2;
      canvas.height = image.height * 2;
      const pen = canvas.getContext('2d');
      pen.scale(2, 2);
      pen.drawImage(image, 0, 0);
      download(name + '.png', canvas.toDataURL('image/png'));
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  }

  function print(address) {
    const page = window.open(address, '_blank');
    page?.addEventListener('load', () => page.print());
  }

  window.corridorsim = { save, copy, print, redraw, saveChart, saveDrawing };
})();

(function () {
  'use strict';
  var charts = JSON.parse(document.getElementById('data').textContent);
  var COLOURS = {
    light: ['#0b6bcb', '#d9622b', '#1f8a5b', '#9a47b5', '#b58a00', '#c2375b', '#4f6d8f', '#5c7f1e'],
    dark: ['#5aa9ff', '#ff9563', '#4fc890', '#cf8be6', '#e3bd3d', '#f2789a', '#9db8d6', '#a9cf62']
  };
  var INK = { light: { text: '#5b6673', grid: '#e6eaee' }, dark: { text: '#9ba7b4', grid: '#2a323b' } };
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var printing = false;
  var drawn = [];

  function theme() { return dark.matches && !printing ? 'dark' : 'light'; }

  function two(number) { return (number < 10 ? '0' : '') + number; }

  function stamp(seconds, parts) {
    var date = new Date(seconds * 1e3);
    var day = two(date.getUTCMonth() + 1) + '-' + two(date.getUTCDate());
    var minute = two(date.getUTCHours()) + ':' + two(date.getUTCMinutes());
    if (parts === 'day') { return day; }
    if (parts === 'minute') { return minute; }
    if (parts === 'second') { return minute + ':' + two(date.getUTCSeconds()); }
    return date.getUTCFullYear() + '-' + day + (parts === 'date' ? '' : ' ' + minute + ':' + two(date.getUTCSeconds()));
  }

  function number(value) {
    if (value === null || value === undefined) { return '–'; }
    var size = Math.abs(value);
    if (size === 0 || size >= 1000) { return Math.round(value).toLocaleString('en-US'); }
    return size < 1e-4 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
  }

  function element(tag, text, parent) {
    var node = document.createElement(tag);
    node.textContent = text;
    parent.appendChild(node);
    return node;
  }

  function swatch(colour, label, parent) {
    var entry = element('span', '', parent);
    element('i', '', entry).style.background = colour;
    entry.appendChild(document.createTextNode(label));
    return entry;
  }

  /** Stacked values are drawn as sums, the whole first, so that each lower one covers its part. */
  function columns(chart) {
    if (chart.kind !== 'STACK') { return chart.columns; }
    var sums = [];
    chart.columns.slice(1).forEach(function (column, s) {
      sums.push(column.map(function (value, i) { return (value || 0) + (s ? sums[s - 1][i] : 0); }));
    });
    return [chart.columns[0]].concat(sums);
  }

  function series(chart, palette) {
    return chart.labels.map(function (label, s) {
      var one = { label: label, stroke: palette[s % palette.length], width: chart.labels.length > 1 ? 1.6 : 2, spanGaps: true };
      if (chart.kind === 'LINES') {
        one.points = { show: chart.columns[0].length < 40, size: 5 };
        if (chart.labels.length === 1) { one.fill = palette[s] + '22'; }
      } else {
        one.width = 0;
        one.fill = chart.kind === 'NESTED' ? palette[0] + ['ff', '99', '4d'][s % 3] : palette[s % palette.length];
        one.stroke = one.fill;
        one.points = { show: false };
        one.paths = uPlot.paths.bars({ size: [chart.kind === 'NESTED' ? 0.6 : 0.85, 64], radius: 0 });
      }
      return one;
    });
  }

  function xAxis(chart, ink) {
    var axis = { stroke: ink.text, grid: { show: false }, ticks: { stroke: ink.grid }, space: 64 };
    if (chart.categories) {
      axis.splits = function () { return chart.columns[0]; };
      axis.values = function (u, splits) { return splits.map(function (i) { return chart.categories[i]; }); };
      axis.label = 'files per batch';
      axis.labelSize = 20;
      axis.labelFont = '12px system-ui, sans-serif';
      return axis;
    }
    axis.values = function (u, splits) {
      var span = splits[splits.length - 1] - splits[0];
      var parts = chart.step >= 86400 || span > 3 * 86400 ? 'day' : span < 600 ? 'second' : 'minute';
      var last = null;
      return splits.map(function (seconds) {
        var text = stamp(seconds, parts);
        // A tick that repeats the day before it says nothing, and a sub-day tick needs its day once.
        var shown = text === last ? '' : text;
        last = text;
        return parts === 'minute' && text === '00:00' ? stamp(seconds, 'day') : shown;
      });
    };
    return axis;
  }

  function tooltip(chart, colours) {
    var tip;
    function update(u) {
      var i = u.cursor.idx;
      if (i === null || i === undefined || u.cursor.left < 0) { tip.style.display = 'none'; return; }
      tip.textContent = '';
      var x = chart.columns[0][i];
      var format = chart.step >= 86400 ? 'date' : 'all';
      element('b', chart.categories ? chart.categories[x] + ' files per batch' : stamp(x, format), tip);
      var order = chart.labels.map(function (label, s) { return s; });
      if (chart.kind === 'STACK') { order.reverse(); }
      order.forEach(function (s) {
        var value = chart.columns[s + 1][i];
        if (value === null || value === undefined) { return; }
        var row = element('div', '', tip);
        swatch(colours[s], chart.labels[s] + ' ' + number(value) + ' ' + chart.unit, row);
      });
      tip.style.display = 'block';
      var over = u.over;
      var left = over.offsetLeft + u.cursor.left + 14;
      if (left + tip.offsetWidth > u.root.clientWidth) { left = over.offsetLeft + u.cursor.left - tip.offsetWidth - 14; }
      tip.style.left = Math.max(0, left) + 'px';
      tip.style.top = over.offsetTop + 8 + 'px';
    }
    return {
      hooks: {
        init: function (u) { tip = element('div', '', u.root); tip.className = 'tip'; tip.style.display = 'none'; },
        setCursor: update
      }
    };
  }

  function draw(chart) {
    var box = document.getElementById(chart.id);
    var palette = COLOURS[theme()];
    var ink = INK[theme()];
    box.textContent = '';
    var own = series(chart, palette);
    var colours = own.map(function (one) { return one.stroke; });
    var legend = element('div', '', box);
    legend.className = 'legend';
    if (own.length > 1) {
      own.forEach(function (one, s) { swatch(colours[s], one.label, legend); });
    }
    var data = columns(chart);
    var values = data.slice(1);
    if (chart.kind !== 'LINES') { own.reverse(); values = values.slice().reverse(); }
    var width = box.clientWidth;
    return new uPlot({
      width: width,
      height: Math.max(220, Math.min(330, width * 0.5)),
      padding: [10, 22, 0, 0],
      tzDate: function (seconds) { return uPlot.tzDate(new Date(seconds * 1e3), 'Etc/UTC'); },
      legend: { show: false },
      cursor: Object.assign({ drag: { x: false, y: false } }, chart.kind === 'LINES' ? {} : { points: { show: false } }),
      scales: {
        x: {
          time: !chart.categories,
          range: function () {
            var min = chart.columns[0][0];
            var max = chart.columns[0][chart.columns[0].length - 1];
            var edge = chart.kind === 'LINES' ? (min === max ? chart.step : 0) : chart.step / 2;
            // A few bars stand in the middle and keep the width that many would have.
            return chart.kind === 'LINES' || max - min >= 6 * chart.step
              ? [min - edge, max + edge]
              : [(min + max) / 2 - 3.5 * chart.step, (min + max) / 2 + 3.5 * chart.step];
          }
        },
        y: { range: function (u, min, max) { return [0, max > 0 ? max * 1.08 : 1]; } }
      },
      axes: [
        xAxis(chart, ink),
        {
          stroke: ink.text, grid: { stroke: ink.grid, width: 1 }, ticks: { show: false }, size: 62,
          values: function (u, splits) {
            return splits.map(function (value, i) {
              return number(value) + (i === splits.length - 1 && chart.unit !== 'batches' ? ' ' + chart.unit : '');
            });
          }
        }
      ],
      plugins: [tooltip(chart, colours)],
      series: [{}].concat(own)
    }, [data[0]].concat(values), box);
  }

  function drawAll() {
    drawn.forEach(function (plot) { plot.destroy(); });
    drawn = charts.map(draw);
  }

  var pending = null;
  var lastWidth = window.innerWidth;
  drawAll();
  dark.addEventListener('change', drawAll);
  window.addEventListener('resize', function () {
    if (window.innerWidth === lastWidth) { return; } // a phone's address bar comes and goes
    lastWidth = window.innerWidth;
    clearTimeout(pending);
    pending = setTimeout(drawAll, 100);
  });
  window.addEventListener('beforeprint', function () { printing = true; drawAll(); });
  window.addEventListener('afterprint', function () { printing = false; drawAll(); });
})();

(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var box = document.getElementById('chart');
  if (data.columns[0].length === 0) {
    box.textContent = 'No data in this time.';
    return;
  }
  var colours = ['#2f7ed8', '#e0762b', '#35a06b', '#b04fc4', '#c9a227', '#7b8794'];
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var chart = null;

  function axis() {
    var style = getComputedStyle(document.documentElement);
    return { stroke: style.getPropertyValue('--dim'), grid: { stroke: style.getPropertyValue('--line'), width: 1 } };
  }

  function time(seconds) {
    return seconds == null ? '–' : new Date(seconds * 1e3).toISOString().slice(0, 19).replace('T', ' ');
  }

  function ticks(u, splits) {
    var days = (splits[splits.length - 1] - splits[0]) > 86400;
    return splits.map(function (seconds) { return days ? time(seconds).slice(5, 16) : time(seconds).slice(11); });
  }

  function draw() {
    if (chart) { chart.destroy(); }
    var series = data.labels.map(function (label, i) {
      return {
        label: label, stroke: colours[i], width: 2, spanGaps: true,
        points: { show: data.columns[0].length < 60 },
        value: function (u, v) { return v == null ? '–' : v.toFixed(3) + ' s'; }
      };
    });
    chart = new uPlot({
      width: box.clientWidth, height: Math.max(220, Math.min(380, box.clientWidth * 0.45)),
      tzDate: function (seconds) { return uPlot.tzDate(new Date(seconds * 1e3), 'Etc/UTC'); },
      axes: [Object.assign(axis(), { values: ticks, space: 70 }), axis()],
      series: [{ label: 'UTC', value: function (u, v) { return time(v); } }].concat(series)
    }, data.columns, box);
  }

  draw();
  dark.addEventListener('change', draw);
  window.addEventListener('resize', draw);
})();

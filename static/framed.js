// Runs in a figure that stands in another page’s frame: takes the colours that the frame’s address asks for before the
// first paint, and tells the page around it how high the figure is, under the name that the page gave the frame. It says a
// height and nothing else, so whoever hears it may.
(function () {
  var root = document.documentElement;
  var theme = new URLSearchParams(location.hash.slice(1)).get('theme');
  if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  if (window.parent === window) return;
  var said = 0;
  function say(again) {
    var height = Math.ceil(root.getBoundingClientRect().height);
    if (height === said && again !== true) return;
    said = height;
    window.parent.postMessage({ prismAtlas: 'height', id: window.name, height: height }, '*');
  }
  new ResizeObserver(say).observe(root);
  addEventListener('message', function (event) {
    if (event.source === window.parent && event.data && event.data.prismAtlas === 'height?') say(true);
  });
})();

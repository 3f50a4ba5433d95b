// For pages that show figures of the PRISM Atlas in frames: gives each frame the height that its figure asks for. It
// listens to frames of the site it comes from and to no others, and does nothing else. A frame works without it.
(function () {
  var site = new URL(document.currentScript.src).origin;
  var LOWEST = 100;
  var HIGHEST = 20000;

  function frames() {
    return Array.prototype.filter.call(document.querySelectorAll('iframe[name^="prism-atlas-"]'), function (frame) {
      return new URL(frame.src, document.baseURI).origin === site;
    });
  }

  // A sandboxed frame has no origin of its own.
  function isFrom(event, frame) {
    var bare = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
    return event.source === frame.contentWindow && event.origin === (bare ? 'null' : site);
  }

  addEventListener('message', function (event) {
    var said = event.data;
    if (!said || said.prismAtlas !== 'height' || typeof said.height !== 'number') return;
    if (!(said.height >= LOWEST && said.height <= HIGHEST)) return;
    frames().forEach(function (frame) {
      if (frame.name === said.id && isFrom(event, frame)) frame.style.height = Math.ceil(said.height) + 'px';
    });
  });

  // Those that were there before this was said their height to nobody.
  frames().forEach(function (frame) {
    frame.contentWindow.postMessage({ prismAtlas: 'height?' }, '*');
  });
})();

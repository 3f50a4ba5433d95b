// Runs in every page the bench opens, before the page's own scripts. Times are milliseconds since the page was asked for.
(function () {
  /** Resolves with the time at which the next frame has been painted. */
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      })
    );

  /** Resolves with the time at which the first figure's picture stood in a painted frame. */
  const firstFigure = new Promise((resolve) => {
    const look = () => {
      const stands = [...document.querySelectorAll('figure svg')].some(
        (svg) => svg.checkVisibility({ visibilityProperty: true }) && svg.getBoundingClientRect().width > 0
      );
      if (!stands) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });

  /** Resolves with the time of the first text or picture, as the browser tells it. */
  const firstContent = new Promise((resolve) =>
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint) resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true })
  );

  /** Follows a link of the open page, as every control does; resolves with the time until its figure was painted. */
  function follow(chart, link) {
    return new Promise((resolve, reject) => {
      const observer = new MutationObserver(look);
      let started = 0;
      function look() {
        const figure = document.querySelector(`figure[data-chart="${chart}"]`);
        const failure = figure?.querySelector('.failure');
        if (failure) {
          observer.disconnect();
          reject(new Error(failure.textContent));
        }
        if (figure?.dataset.link !== link || figure.getAttribute('aria-busy') !== 'false') return;
        observer.disconnect();
        painted().then((now) => resolve(now - started));
      }
      observer.observe(document.documentElement, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['data-link', 'aria-busy']
      });
      const anchor = document.createElement('a');
      anchor.href = link === '' ? location.pathname : `?${link}`;
      anchor.dataset.sveltekitNoscroll = '';
      anchor.dataset.sveltekitKeepfocus = '';
      document.body.append(anchor);
      started = performance.now();
      anchor.click();
      anchor.remove();
    });
  }

  /** Fetches files and does nothing with them; resolves with the time it took. */
  async function fetchAll(addresses) {
    const started = performance.now();
    await Promise.all(addresses.map((address) => fetch(address).then((response) => response.arrayBuffer())));
    return performance.now() - started;
  }

  window.bench = { firstContent, firstFigure, follow, fetchAll };
})();

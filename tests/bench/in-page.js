// Runs in every page the bench opens, before the page's own scripts. Times are milliseconds; those of the first paint
// count from when the page was asked for.
(function () {
  /** A figure that has not come by then never will. */
  const LOST_AFTER_MS = 120_000;

  /** Called in a frame, resolves once it has been painted. */
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** Resolves when the first figure's picture stands in a painted frame. */
  async function firstPicture() {
    const stands = (svg) => svg.checkVisibility({ visibilityProperty: true }) && svg.getBoundingClientRect().width > 0;
    do await frame();
    while (![...document.querySelectorAll('figure svg')].some(stands));
    return painted();
  }

  /** Resolves with the time of the first text or picture, as the browser tells it. */
  const firstContent = new Promise((resolve) =>
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint) resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true })
  );

  /**
   * Resolves when the figure of a link is whole, with when its picture, values and intervals were painted and when its headline
   * was, which rests on a test that follows them; rejects when the page says that it cannot come.
   */
  function arrival(chart, link) {
    return new Promise((resolve, reject) => {
      let painting;
      const observer = new MutationObserver(look);
      const lost = setTimeout(() => stop(`The figure of “${link}” did not come`), LOST_AFTER_MS);
      function stop(failure) {
        clearTimeout(lost);
        observer.disconnect();
        if (failure) reject(new Error(failure));
      }
      async function look() {
        const figure = document.querySelector(`figure[data-chart="${chart}"]`);
        const failure = figure?.querySelector('.failure');
        if (failure) return stop(failure.textContent);
        if (figure?.dataset.link !== link || figure.dataset.stage !== 'shown') return;
        painting ??= frame().then(painted);
        if (figure.getAttribute('aria-busy') !== 'false') return;
        stop();
        const figureAt = await painting;
        await frame();
        resolve({ figure: figureAt, headline: await painted() });
      }
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['data-link', 'data-stage', 'aria-busy']
      });
      look();
    });
  }

  /** Presses a checkbox or an option of an open list; resolves with the times until the figure of that link was painted. */
  async function press(control, chart, link) {
    const arrived = arrival(chart, link);
    const started = performance.now();
    if (control.role === 'option') control.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    else control.click();
    const { figure, headline } = await arrived;
    return { figure: figure - started, headline: headline - started };
  }

  /** Fetches files and does nothing with them; resolves with the time it took. */
  async function fetchAll(addresses) {
    const started = performance.now();
    await Promise.all(addresses.map((address) => fetch(address).then((response) => response.arrayBuffer())));
    return performance.now() - started;
  }

  window.bench = { firstContent, firstFigure: firstPicture(), arrival, press, fetchAll };
})();

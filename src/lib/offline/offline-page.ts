/** What stands in for a page that was never visited, where there is no network. */
export function offlinePage(base: string): Response {
  const html = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Offline – PRISM Atlas</title>
<style>:root{color-scheme:light dark}body{max-width:36rem;margin:4rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}</style>
<h1>This page was not kept</h1>
<p>There is no network, and this page has not been visited before, so this browser does not hold it.</p>
<p><a href="${base}/">To the home page</a> · <a href="${base}/explore/">Explore the data</a></p>
</html>`;
  return new Response(html, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

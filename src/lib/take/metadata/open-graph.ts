/**
 * A page's HTML with what other sites read when its link is pasted there: its own title and description once more, as Open
 * Graph has them. HTML without a title stays as it is.
 */
export function withOpenGraph(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
  if (title === undefined || html.includes('property="og:title"')) return html;
  const description = /<meta\s+name="description"\s+content="([^"]*)"/.exec(html)?.[1];
  const tags = [
    ['og:type', 'website'],
    ['og:title', title.replaceAll('"', '&quot;')],
    ...(description === undefined ? [] : [['og:description', description]])
  ];
  const written = tags.map(([property, content]) => `<meta property="${property}" content="${content}" />`);
  // A function: a title may hold what means something in a replacement.
  return html.replace('</head>', () => `${written.join('')}</head>`);
}

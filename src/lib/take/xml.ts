const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, between tags or in double quotes. */
export function escapeXml(text: string): string {
  return legalXml(text.replace(/[&<>"]/g, (sign) => escapes[sign]!));
}

/** A text without the characters that XML 1.0 does not allow, however they are written. */
export function legalXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  );
}

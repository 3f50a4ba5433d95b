/**
 * The SHA-256 of bytes or of a text in UTF-8, in hexadecimal.
 *
 * @throws Error with a plain sentence where a browser does not hash, which is on pages that are not of https
 */
export async function sha256(content: Uint8Array<ArrayBuffer> | ArrayBuffer | string): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) throw new Error('Browsers check files on pages of https alone, and this page is none');
  const hash = await subtle.digest(
    'SHA-256',
    typeof content === 'string' ? new TextEncoder().encode(content) : content
  );
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

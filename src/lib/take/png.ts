/** Most pixels of a canvas, and longest side, that phones and desks alike can make. */
const MOST_PIXELS = 16_000_000;
const LONGEST_SIDE = 16_000;

/**
 * An SVG with a size of its own as a PNG, drawn by the browser. Twice as many pixels each way unless the picture is so
 * large that no canvas could hold it.
 *
 * @param picture as `svg` writes it, with its fonts inside (`withFontFaces`)
 * @throws Error when the picture cannot be read or the browser cannot make the image
 */
export async function png(picture: string, scale = 2): Promise<Blob> {
  const root = new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement;
  const [width, height] = ['width', 'height'].map((name) => Number(root.getAttribute(name)));
  if (!width || !height) throw new Error('the picture has no size');
  const factor = pixelRatio(width, height, scale);
  const url = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
  try {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * factor);
    canvas.height = Math.round(height * factor);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser has no canvas to draw on');
    // WebKit calls an image decoded before the fonts inside it are: what it draws the second time has them.
    for (let round = 0; round < 2; round++) {
      const image = new Image();
      image.src = url;
      await image.decode();
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the browser could not make the image');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** How many pixels of the image a pixel of the picture becomes: `scale`, or less where the canvas would be too large. */
export function pixelRatio(width: number, height: number, scale: number): number {
  return Math.min(scale, LONGEST_SIDE / width, LONGEST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)));
}

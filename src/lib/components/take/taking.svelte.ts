import { capitalise } from '../../dataset/index.ts';
import { reasonOf } from '../reason-of.ts';

/** A file that is being made: what is in it and what it is called. */
export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * What is taken from a panel, one thing at a time, and what is said of it. Where the clipboard is not to be had, the text
 * is `byHand`, to be shown and copied with the keyboard or a menu.
 */
export function taking() {
  let said = $state('');
  let byHand = $state<string | null>(null);
  let busy = $state(false);

  async function once(what: string, work: () => Promise<string>) {
    if (busy) return;
    busy = true;
    said = '';
    byHand = null;
    try {
      said = await work();
    } catch (error) {
      said = `The ${what} could not be made: ${reasonOf(error)}.`;
    }
    busy = false;
  }

  return {
    get said() {
      return said;
    },
    get byHand() {
      return byHand;
    },
    get busy() {
      return busy;
    },
    /** Saves a file under its name. `what` is its name in a sentence. */
    save: (what: string, make: () => Promise<MadeFile>) =>
      once(what, async () => {
        const { name, blob } = await make();
        save(blob, name);
        return `${capitalise(what)} saved.`;
      }),
    /** Does something else, which says what came of it. */
    do: (what: string, work: () => string) => once(what, async () => work()),
    /** Puts a text on the clipboard. */
    copy: (what: string, text: string) =>
      once(what, async () => {
        try {
          await navigator.clipboard.writeText(text);
          return `${capitalise(what)} copied.`;
        } catch {
          byHand = text;
          return `The ${what} could not be copied by itself. It is selected: copy it with your keyboard or menu.`;
        }
      }),
    /** Puts an image on the clipboard; it is handed over while it is made, as Safari asks. */
    copyImage: (make: () => Promise<Blob>) =>
      once('image', async () => {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': make() })]);
        return 'Image copied.';
      }),
    /** Hands a text and a link to what the reader's phone or desk shares with; to think better of it is no failure. */
    share: (data: ShareData) =>
      once('link', async () => {
        try {
          await navigator.share(data);
          return 'Shared.';
        } catch (error) {
          if ((error as Error).name === 'AbortError') return '';
          throw error;
        }
      })
  };
}

export type Taking = ReturnType<typeof taking>;

function save(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download reads the address after this turn of events.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

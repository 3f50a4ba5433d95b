import { OutOfReach } from '../random.ts';

/** Keeps texts apart: remembers what was given out, so that a text comes twice only where that is meant. */
export class Once {
  private readonly given = new Set<string>();

  /** Reserves a text for repeated use, so that nobody else gets it by chance. */
  reserve(text: string): void {
    this.given.add(text);
  }

  /**
   * The first text of `draw` that was not given out before. After a few tries, `more` lengthens what was drawn.
   *
   * @throws when forty texts in a row were known
   */
  take(draw: () => string, more: (text: string) => string): string {
    for (let tries = 0; tries < 40; tries++) {
      let text = draw();
      if (tries > 4) text = more(text);
      if (tries > 12) text = more(more(text));
      if (this.given.has(text)) continue;
      this.given.add(text);
      return text;
    }
    throw new OutOfReach('texts: forty drawn texts in a row were given out before');
  }
}

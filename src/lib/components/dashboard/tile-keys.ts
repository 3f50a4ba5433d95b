import type { Picking } from '../../charts/dashboard/index.ts';

/** What a press with these keys held does. */
export const pickingBy = ({ shiftKey, altKey }: Pick<MouseEvent, 'shiftKey' | 'altKey'>): Picking =>
  altKey ? 'leave out' : shiftKey ? 'extend' : 'toggle';

/** Where arrows, Home and End lead from one of so many rows; null for other keys. */
export function rowReached(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

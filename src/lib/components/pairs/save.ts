/** Saves a file under a name, as a download. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download reads the address after this turn of events.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

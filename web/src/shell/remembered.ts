/** Small choices kept on this computer; a browser that forbids storage simply forgets them. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`linxuan.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`linxuan.${name}`, value);
  } catch {
    // Private windows may refuse; the choice then lasts until the page is closed.
  }
}

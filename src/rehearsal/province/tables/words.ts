/** The words of a table written as running text. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** The web's types, made from the built server's routes, DTOs and views. */
export function generateTypes(): Promise<string>;

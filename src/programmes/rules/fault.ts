/** A place that is not as it must be; the path is a JSON pointer (RFC 6901). */
export type Fault<Code extends string = string> = { readonly path: string; readonly code: Code };

/** The inner part of exceljs that packs a workbook; the package's types leave it out. */
declare module 'exceljs/lib/utils/zip-stream.js' {
  export class ZipWriter {
    append(data: string | Uint8Array, options: { readonly name: string; base64?: boolean }): void;
  }
}

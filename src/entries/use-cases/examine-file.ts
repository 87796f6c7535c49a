import { Injectable } from '@nestjs/common';
import type { ReadableFile } from '../../platform/files/readable-file.js';
import { VirusScanner } from '../../platform/files/virus-scanner.js';
import { Logger } from '../../platform/logging/logger.js';
import type { FileKind } from '../rules/file-kind.js';
import type { FileRefusal } from '../rules/refusals.js';
import { inspectFile } from './inspect-file.js';

export type Examined =
  | { readonly outcome: 'fit'; readonly scan: 'clean' | 'not-scanned' }
  | { readonly outcome: 'refused'; readonly refusal: FileRefusal; readonly virus?: string }
  | { readonly outcome: 'scanner-down' };

/** What is to be said of a file: first its structure, then whether a scanner knows a virus in it. */
@Injectable()
export class ExamineFile {
  constructor(
    private readonly scanner: VirusScanner,
    private readonly logger: Logger,
  ) {}

  async run(kind: FileKind, file: ReadableFile): Promise<Examined> {
    const inspected = await inspectFile(kind, file);
    if (!inspected.ok) return { outcome: 'refused', refusal: inspected.code };
    if (!this.scanner.configured) return { outcome: 'fit', scan: 'not-scanned' };
    const scan = await this.scanner.scan(await file.read());
    if (scan.outcome === 'clean') return { outcome: 'fit', scan: 'clean' };
    if (scan.outcome === 'found')
      return { outcome: 'refused', refusal: 'file-has-virus', virus: scan.name };
    this.logger.write('warn', 'virus scanner', { error: scan.reason });
    return { outcome: 'scanner-down' };
  }
}

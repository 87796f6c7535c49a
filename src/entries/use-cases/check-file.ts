import { Injectable } from '@nestjs/common';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Measured } from '../../platform/files/measured.js';
import type { ReadableFile } from '../../platform/files/readable-file.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { QuarantineData } from '../data/quarantine-data.js';
import { kindOf } from '../rules/file-kind.js';
import { scannerDown, waitAfter } from '../rules/file-states.js';
import { type Examined, ExamineFile } from './examine-file.js';
import { Quarantine } from './quarantine.js';

type Held = { readonly attachment: Attachment; readonly file: ReadableFile };

@Injectable()
export class CheckFile {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentData,
    private readonly quarantine: QuarantineData,
    private readonly store: Quarantine,
    private readonly examine: ExamineFile,
    private readonly files: FileStore,
    private readonly events: Events,
  ) {}

  /**
   * Looks at a file in quarantine and settles it: ready or refused. While nobody can tell, it stays
   * where it is and is looked at again later. Runs again harmlessly, and never twice at a time.
   */
  async run(attachmentId: string): Promise<void> {
    const claimed = await this.database.transaction(systemActor, (tx) =>
      this.quarantine.claim(tx, attachmentId),
    );
    if (claimed !== null) await this.claimed(claimed);
  }

  /** As `run`, for a file that the caller has claimed. */
  async claimed(attachment: Attachment): Promise<void> {
    const parts = await this.database.transaction(systemActor, (tx) =>
      this.quarantine.parts(tx, attachment.id),
    );
    const held = { attachment, file: this.store.file(parts) };
    try {
      await this.#settle(held, await this.#examined(held), await hashOf(held.file));
    } catch (error) {
      await this.#wait(attachment, {});
      throw error;
    }
    await this.store.clear(attachment.id);
  }

  #examined({ attachment, file }: Held): Promise<Examined> {
    const kind = kindOf(attachment.mediaType);
    if (kind === undefined) throw new Error(`no kind has ${attachment.mediaType}`);
    return this.examine.run(kind, file);
  }

  #settle(held: Held, examined: Examined, sha256: string): Promise<void> {
    if (examined.outcome === 'refused') return this.#refuse(held.attachment, examined);
    if (examined.outcome === 'scanner-down')
      return this.#wait(held.attachment, { sha256, refusal: scannerDown });
    return this.#keep(held, examined.scan, sha256);
  }

  /** The whole file is written under its lasting key; only then does it count. */
  async #keep({ attachment, file }: Held, scan: Attachment['scan'], sha256: string): Promise<void> {
    const { storageKey } = attachment;
    const written = await this.files.write(storageKey, await file.read());
    if (written.sha256 !== sha256 || written.size !== attachment.size)
      throw new Error(`attachment ${attachment.id} changed while it was read`);
    const kept = await this.database.transaction(systemActor, async (tx) => {
      const settled = { state: 'ready', sha256, scan, refusal: null, checkAfter: null } as const;
      if (!(await this.attachments.change(tx, attachment.id, settled))) return false;
      await this.events.record(tx, 'entries.attachment-uploaded', {
        ...idsOf(attachment),
        sha256,
      });
      return true;
    });
    if (!kept) await this.files.remove(storageKey);
  }

  #refuse(
    attachment: Attachment,
    { refusal, virus }: Extract<Examined, { outcome: 'refused' }>,
  ): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const settled = { state: 'refused', refusal, checkAfter: null } as const;
      if (!(await this.attachments.change(tx, attachment.id, settled))) return;
      await this.events.record(tx, 'entries.attachment-refused', {
        ...idsOf(attachment),
        refusal,
        ...(virus === undefined ? {} : { virus }),
      });
    });
  }

  async #wait(attachment: Attachment, change: Partial<Attachment>): Promise<void> {
    await this.database.transaction(systemActor, (tx) =>
      this.attachments.change(tx, attachment.id, {
        ...change,
        checkAfter: new Date(tx.now.getTime() + waitAfter(attachment.checkTries)),
      }),
    );
  }
}

async function hashOf(file: ReadableFile): Promise<string> {
  const measured = new Measured();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(await file.read(), measured, nowhere);
  return measured.result().sha256;
}

const idsOf = ({ entryId, id, ruleKey }: Attachment) => ({ entryId, attachmentId: id, ruleKey });

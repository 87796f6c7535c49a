import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { AuditChain } from '../public-api.js';
import { firstHash, sealHash, type SealedLine } from '../rules/chain.js';
import { AuditSeal } from './audit-line.entity.js';

type Row = Omit<SealedLine, 'at'> & { at: Date };

const lineColumns = `line.id, line.at, line.person_id as "personId",
  line.organisation_id as "organisationId", line.role, line.event, line.payload`;

/** Lines of transactions older than every running one: none can still appear before them. */
const sealable = `select ${lineColumns} from audit.line line
  where not exists (select from audit.seal where line_id = line.id)
    and line.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
  order by line.transaction_id, line.at, line.id limit 2000`;

const sealed = `select ${lineColumns}, seal.position, seal.hash from audit.seal seal
  join audit.line line on line.id = seal.line_id
  where seal.position > $1 order by seal.position limit 2000`;

@Injectable()
export class AuditChainData extends AuditChain {
  /** Seals what can be sealed; returns how many lines. One sealer works at a time. */
  async seal(tx: Tx): Promise<number> {
    const [{ free }] = (await tx.manager.query(
      'select pg_try_advisory_xact_lock(811003) as free',
    )) as [{ free: boolean }];
    if (!free) return 0;
    const [last] = await tx.manager.query<{ position: string; hash: string }[]>(
      'select position, hash from audit.seal order by position desc limit 1',
    );
    const rows = await tx.manager.query<Row[]>(sealable);
    let position = Number(last?.position ?? 0);
    let hash = last?.hash ?? firstHash;
    const seals = rows.map((row) => {
      hash = sealHash(hash, plain(row));
      return { position: String(++position), lineId: row.id, hash };
    });
    if (seals.length > 0) await tx.manager.insert(AuditSeal, seals);
    return seals.length;
  }

  async verify(tx: Tx): Promise<{ lines: number; brokenAt: number | null }> {
    let lines = 0;
    let previous = firstHash;
    for (;;) {
      const rows = await tx.manager.query<(Row & { position: string; hash: string })[]>(sealed, [
        lines,
      ]);
      if (rows.length === 0) return { lines, brokenAt: null };
      for (const row of rows) {
        previous = sealHash(previous, plain(row));
        if (Number(row.position) !== lines + 1 || row.hash !== previous)
          return { lines, brokenAt: lines + 1 };
        lines++;
      }
    }
  }
}

const plain = (row: Row): SealedLine => ({
  id: row.id,
  at: row.at.toISOString(),
  personId: row.personId,
  organisationId: row.organisationId,
  role: row.role,
  event: row.event,
  payload: row.payload,
});

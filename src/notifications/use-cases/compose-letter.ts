import { Inject, Injectable } from '@nestjs/common';
import { Announcement, type ReleaseFacts } from '../../announcement/public-api.js';
import { Entries } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor, type Tx } from '../../platform/database/tx.js';
import type { Mail } from '../../platform/mail/mailer.js';
import { Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { Letter } from '../data/letter.entity.js';
import { dateWords, instantWords } from '../rules/beijing-words.js';
import { type LetterFacts, letterText } from '../rules/letters.js';
import { pageOf } from '../rules/links.js';

/** Makes the words of a letter from what its reader may know when it is sent. */
@Injectable()
export class ComposeLetter {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly programmes: Programmes,
    private readonly entries: Entries,
    private readonly announcement: Announcement,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(letter: Letter): Promise<Mail> {
    const { person, actor, path } = await this.database.transaction(systemActor, async (tx) => {
      const people = await this.identity.people(tx, [letter.personId]);
      const reader = people.get(letter.personId);
      if (reader === undefined) throw new Refused('notifications.not-found');
      return {
        person: reader,
        actor: await this.#actor(tx, letter),
        path: await this.#path(tx, letter),
      };
    });
    const known = await this.database.transaction(actor, (tx) => this.#known(tx, letter));
    const link = `${this.config.publicUrl}${path}`;
    const facts = { ...known, site: this.config.siteName, recipient: person.name, link };
    return {
      messageId: `<${letter.id}@linxuan>`,
      to: { name: person.name, address: person.email },
      ...letterText(letter.kind, facts),
    };
  }

  /** The reader in the role they are told in; nobody, if they no longer hold it. */
  async #actor(tx: Tx, { personId, params }: Letter): Promise<Actor> {
    const role = String(params['role'] ?? 'nobody');
    const organisationId = params['organisationId'];
    if (typeof organisationId !== 'string') return { personId, organisationId: null, role };
    const holders = await this.identity.holders(tx, role as 'submitter', [organisationId]);
    const isHeld = holders.some((holder) => holder.personId === personId);
    return { personId, organisationId, role: isHeld ? role : 'nobody' };
  }

  async #path(tx: Tx, { kind, personId, params }: Letter): Promise<string> {
    if (kind === 'invitation') return `/welcome#${await this.identity.mintLink(tx, personId)}`;
    const release = await this.#release(tx, params);
    return pageOf(kind, {
      entryId: text(params['entryId']),
      roundId: text(params['roundId']),
      page: release && `/p/${release.slug}/${release.kind === 'notice' ? 'notice' : 'results'}`,
    });
  }

  async #known(tx: Tx, { kind, programmeId, params }: Letter): Promise<Partial<LetterFacts>> {
    if (programmeId === null) return {};
    const programme = await this.#programme(tx, programmeId);
    const release = await this.#release(tx, params);
    const entryId = text(params['entryId']);
    const entries = entryId === undefined ? undefined : await this.entries.facts(tx, [entryId]);
    const closesAt = kind === 'round-opened' ? programme?.windows.judging.closesAt : undefined;
    return {
      programme: programme?.name,
      noun: programme?.config.noun,
      category: programme?.categories.find(({ id }) => id === params['categoryId'])?.name,
      entryTitle: entries?.get(entryId ?? '')?.title,
      until: closesAt && instantWords(closesAt),
      period: release && `${dateWords(release.startsOn)}至${dateWords(release.endsOn)}`,
    };
  }

  async #programme(tx: Tx, programmeId: string): Promise<ProgrammeFacts | undefined> {
    try {
      return await this.programmes.find(tx, programmeId);
    } catch (error) {
      if (error instanceof Refused) return undefined;
      throw error;
    }
  }

  async #release(tx: Tx, params: Letter['params']): Promise<ReleaseFacts | undefined> {
    const releaseId = text(params['releaseId']);
    return releaseId === undefined ? undefined : this.announcement.release(tx, releaseId);
  }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

import { Inject, Injectable } from '@nestjs/common';
import { Identity, type PersonFacts } from '../../identity/public-api.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor, type Tx } from '../../platform/database/tx.js';
import type { Mail } from '../../platform/mail/mailer.js';
import { found } from '../../platform/refusal/refused.js';
import type { Letter } from '../data/letter.entity.js';
import { letterText } from '../rules/letters.js';
import { pageOf } from '../rules/links.js';
import { ReaderFacts } from './reader-facts.js';

type Envelope = { readonly reader: PersonFacts; readonly actor: Actor; readonly path: string };

/** Makes the words of a letter from what its reader may know when it is sent. */
@Injectable()
export class ComposeLetter {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly readerFacts: ReaderFacts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(letter: Letter): Promise<Mail> {
    const { reader, actor, path } = await this.database.transaction(systemActor, (tx) =>
      this.#envelope(tx, letter),
    );
    const known = await this.database.transaction(actor, (tx) =>
      this.readerFacts.known(tx, letter),
    );
    const { publicUrl, siteName: site } = this.config;
    const facts = { ...known, site, recipient: reader.name, link: `${publicUrl}${path}` };
    return {
      messageId: `<${letter.id}@linxuan>`,
      to: { name: reader.name, address: reader.email },
      ...letterText(letter.kind, facts),
    };
  }

  async #envelope(tx: Tx, letter: Letter): Promise<Envelope> {
    const people = await this.identity.people(tx, [letter.personId]);
    return {
      reader: found('notifications', people.get(letter.personId)),
      actor: await this.#actor(tx, letter),
      path: await this.#path(tx, letter),
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

  async #path(tx: Tx, letter: Letter): Promise<string> {
    if (letter.kind === 'invitation')
      return `/welcome#${await this.identity.mintLink(tx, letter.personId)}`;
    return pageOf(letter.kind, letter.params, await this.readerFacts.release(tx, letter));
  }
}

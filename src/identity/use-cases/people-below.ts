import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { type SheetOf, workbookFile } from '../../platform/documents/workbook.js';
import type { OutgoingFile } from '../../platform/files/outgoing-file.js';
import { Refused } from '../../platform/refusal/refused.js';
import { BelowData, belowPerPage, type PersonBelow } from '../data/below-data.js';
import { IdentityData } from '../data/identity-data.js';
import type { Organisation } from '../data/identity.entities.js';
import { actsBelow, roleBelow, roleNames } from '../rules/inviting.js';
import { SendLink } from './send-link.js';

export type ListedBelow = PersonBelow & { readonly actions: readonly string[] };

type Wanted = { readonly search: string; readonly silent: boolean; readonly after?: string };

const mostOnFile = 5_000;
const beijing = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The people of the level below a unit: who they are, how they are reached, who never came. */
@Injectable()
export class PeopleBelow {
  constructor(
    private readonly database: Database,
    private readonly below: BelowData,
    private readonly identity: IdentityData,
    private readonly sendLink: SendLink,
    private readonly events: Events,
  ) {}

  list(actor: Actor, wanted: Wanted): Promise<{ people: ListedBelow[]; next: string | undefined }> {
    return this.database.transaction(actor, async (tx) => {
      const found = await this.below.people(tx, { ...wanted, limit: belowPerPage + 1 });
      const people = found.slice(0, belowPerPage);
      return {
        people: people.map((person) => ({ ...person, actions: actsBelow(person) })),
        next: found.length > people.length ? people.at(-1)?.grantId : undefined,
      };
    });
  }

  /** Where the unit may invite, with the role given there. */
  places(actor: Actor): Promise<Organisation[]> {
    return this.database.transaction(actor, (tx) => this.below.organisations(tx));
  }

  /** The same list to telephone by. */
  async file(actor: Actor, wanted: Wanted): Promise<OutgoingFile> {
    const { rows, at } = await this.database.transaction(actor, async (tx) => {
      const people = await this.below.people(tx, { ...wanted, limit: mostOnFile });
      await this.events.record(tx, 'identity.people-exported', { rows: people.length });
      return { rows: people, at: tx.now };
    });
    return workbookFile(wanted.silent ? '未登录人员电话表' : '下级人员表', phoneTable(rows), at);
  }

  /** A sheet in which every organisation below stands already. */
  async template(actor: Actor): Promise<OutgoingFile> {
    const { places, at } = await this.database.transaction(actor, async (tx) => ({
      places: await this.below.organisations(tx),
      at: tx.now,
    }));
    return workbookFile('下级人员导入模板', templateTable(places, actor), at);
  }

  /** A new link to be handed over by whoever asked, for an account that nobody has taken yet. */
  showLink(actor: Actor, personId: string): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const { person, ...standing } = await this.below.lockPerson(tx, personId);
      this.#demand('show-link', { ...standing, isDisabled: person.disabledAt !== null });
      await this.events.record(tx, 'identity.link-shown', { personId });
      return this.identity.mintLink(tx, personId);
    });
  }

  /** A new link by letter; those before it stop working. */
  resend(actor: Actor, personId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const { person, ...standing } = await this.below.lockPerson(tx, personId);
      this.#demand('send-link', { ...standing, isDisabled: person.disabledAt !== null });
      await this.sendLink.send(tx, personId);
    });
  }

  #demand(act: 'show-link' | 'send-link', standing: Parameters<typeof actsBelow>[0]): void {
    if (actsBelow(standing).includes(act)) return;
    if (standing.isDisabled) throw new Refused('identity.person-disabled');
    throw new Refused(
      standing.isWhollyBelow ? 'identity.link-not-shown' : 'identity.acts-elsewhere',
    );
  }
}

const phoneTable = (rows: readonly PersonBelow[]): SheetOf<PersonBelow> => ({
  name: '人员',
  title: [],
  columns: [
    { heading: '单位代码', width: 14, value: ({ organisationCode }) => organisationCode },
    { heading: '单位', width: 28, value: ({ organisation }) => organisation },
    { heading: '姓名', width: 12, value: ({ name }) => name },
    { heading: '电话', width: 18, value: ({ phone }) => phone ?? '' },
    { heading: '邮箱', width: 28, value: ({ email }) => email },
    { heading: '身份', width: 12, value: ({ role }) => roleNames[role] ?? role },
    {
      heading: '邀请时间',
      width: 18,
      value: ({ invitedAt }) => (invitedAt ? beijing.format(invitedAt) : ''),
    },
    {
      heading: '登录情况',
      width: 10,
      value: ({ hasSignedIn }) => (hasSignedIn ? '已登录' : '从未登录'),
    },
  ],
  rows,
  footer: [],
});

/** The headings of a sheet of invitations. */
export const invitationColumns = {
  organisation: '单位代码',
  name: '姓名',
  email: '邮箱',
  phone: '电话',
} as const;

const templateTable = (places: readonly Organisation[], actor: Actor): SheetOf<Organisation> => ({
  name: '下级人员',
  title: [],
  columns: [
    { heading: invitationColumns.organisation, width: 14, value: ({ code }) => code },
    { heading: '单位名称', width: 28, value: ({ name }) => name },
    {
      heading: '身份',
      width: 12,
      value: (place) => roleNames[roleBelow(actor, place) ?? 'submitter'] ?? '',
    },
    { heading: invitationColumns.name, width: 12, value: () => '' },
    { heading: invitationColumns.email, width: 28, value: () => '' },
    { heading: invitationColumns.phone, width: 18, value: () => '' },
  ],
  rows: places,
  footer: [],
});

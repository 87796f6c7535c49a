import type { StateTable } from '../../platform/pure/decision.js';

export type JudgeState = 'invited' | 'accepted' | 'declined' | 'withdrawn';
export type JudgeAction = 'invite' | 'accept' | 'decline' | 'withdraw';

/** Whoever declined or withdrew may be asked again; their old sheets stay closed to them. */
export const judgeStates: StateTable<JudgeState, JudgeAction> = {
  invited: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: { withdraw: 'withdrawn' },
  declined: { invite: 'invited' },
  withdrawn: { invite: 'invited' },
};

export type RoundState = 'preparing' | 'assigned' | 'open' | 'closed';
export type RoundAction =
  'assign' | 'undo' | 'undo-first' | 'open' | 'repair' | 'add-sheet' | 'extend' | 'close';

export const roundStates: StateTable<RoundState, RoundAction> = {
  preparing: { assign: 'assigned' },
  assigned: {
    ...{ assign: 'assigned', repair: 'assigned', 'add-sheet': 'assigned', open: 'open' },
    ...{ undo: 'assigned', 'undo-first': 'preparing' },
  },
  open: { repair: 'open', 'add-sheet': 'open', extend: 'open', close: 'closed' },
  closed: {},
};

export type SheetState = 'assigned' | 'draft' | 'signed' | 'recused' | 'void';
export type SheetAction = 'write' | 'sign' | 'recuse' | 'void' | 'reopen';

/** A signature is final unless two people unlock it, or its judge is asked to look again; what was signed is kept. */
export const sheetStates: StateTable<SheetState, SheetAction> = {
  assigned: { write: 'draft', recuse: 'recused', void: 'void' },
  draft: { write: 'draft', sign: 'signed', recuse: 'recused', void: 'void' },
  signed: { reopen: 'draft' },
  recused: {},
  void: {},
};

/** The sheets that count towards an entry's panel. */
export const isLive = (state: SheetState): boolean => state !== 'recused' && state !== 'void';

/** The actions a table lets happen in a state, for the buttons of a page. */
export const actionsIn = <State extends string, Action extends string>(
  table: StateTable<State, Action>,
  state: State,
): Action[] => Object.keys(table[state]) as Action[];

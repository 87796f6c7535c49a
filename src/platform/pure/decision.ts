/** What a rule answers: the value it allows, or the code of its refusal. A rule never throws. */
export type Decision<Value, Code extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: Code };

export const allow = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refuse = <Code extends string>(
  code: Code,
): { readonly ok: false; readonly code: Code } => ({ ok: false, code });

/** For each state, the state each permitted action leads to. */
export type StateTable<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

/** The state that follows `action`, or the refusal `wrong-state`. */
export function step<State extends string, Action extends string>(
  table: StateTable<State, Action>,
  from: State,
  action: Action,
): Decision<State, 'wrong-state'> {
  const next = table[from][action];
  return next === undefined ? refuse('wrong-state') : allow(next);
}

/** Whether the table lets `action` happen in state `from`. */
export const permits = <State extends string, Action extends string>(
  table: StateTable<State, Action>,
  from: State,
  action: Action,
): boolean => table[from][action] !== undefined;

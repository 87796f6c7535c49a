/** Asks the person to sign in again on the same page; true when they did. */
type SignInAgain = () => Promise<boolean>;

let ask: SignInAgain | undefined;
let asking: Promise<boolean> | undefined;

/** The shell says here how it asks; without it a 401 is an ordinary problem. */
export function whenSessionExpires(signInAgain: SignInAgain | undefined): void {
  ask = signInAgain;
}

/** Requests that expire together wait for one answer. */
export function signInAgain(): Promise<boolean> {
  if (!ask) return Promise.resolve(false);
  asking ??= ask().finally(() => (asking = undefined));
  return asking;
}

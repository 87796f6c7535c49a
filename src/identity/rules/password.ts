import { allow, type Decision, refuse } from '../../platform/pure/decision.js';

export const shortestPassword = 12;
export const longestPassword = 128;

/** Long enough, and not the person's own address. Any characters, no forced classes (ASVS 6.2). */
export function acceptablePassword(
  password: string,
  email: string,
): Decision<string, 'password-too-short' | 'password-too-long' | 'password-is-address'> {
  if ([...password].length < shortestPassword) return refuse('password-too-short');
  if ([...password].length > longestPassword) return refuse('password-too-long');
  if (password.toLowerCase().includes(email.split('@')[0]?.toLowerCase() ?? email))
    return refuse('password-is-address');
  return allow(password);
}

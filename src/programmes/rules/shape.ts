import type { Fault } from './fault.js';

export type ConfigProblem = Fault<ConfigProblemCode>;

export type ConfigProblemCode =
  | 'unknown-version'
  | 'wrong-type'
  | 'missing'
  | 'unknown-key'
  | 'not-a-choice'
  | 'out-of-range'
  | 'bad-text'
  | 'too-few'
  | 'too-many'
  | 'duplicate'
  | 'criteria-sum'
  | 'step-not-dividing'
  | 'unknown-criterion'
  | 'unknown-rubric'
  | 'unknown-parent'
  | 'trim-needs-four'
  | 'min-over-max'
  | 'lot-not-last'
  | 'choices-missing'
  | 'choices-unused'
  | 'identifying-not-marked'
  | 'over-hundred-per-cent';

/** What is wrong with a value; nothing when it fits. */
export type Shape = (value: unknown, path: string) => ConfigProblem[];

type Members = { readonly [key: string]: unknown };
type Range = readonly [least: number, most: number];

const fits: ConfigProblem[] = [];
const fault = (path: string, code: ConfigProblemCode): ConfigProblem[] => [{ path, code }];
const pointer = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const flag: Shape = (value, path) =>
  typeof value === 'boolean' ? fits : fault(path, 'wrong-type');

export const whole =
  (...[least, most]: Range): Shape =>
  (value, path) => {
    if (!Number.isSafeInteger(value)) return fault(path, 'wrong-type');
    return (value as number) < least || (value as number) > most
      ? fault(path, 'out-of-range')
      : fits;
  };

export const text =
  (most: number, pattern = /\S/): Shape =>
  (value, path) => {
    if (typeof value !== 'string') return fault(path, 'wrong-type');
    return value.length > most || !pattern.test(value) ? fault(path, 'bad-text') : fits;
  };

export const oneOf =
  (...choices: readonly (string | number | boolean)[]): Shape =>
  (value, path) =>
    choices.includes(value as string) ? fits : fault(path, 'not-a-choice');

export const orNull =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? fits : shape(value, path);

export const orWord =
  (word: string, shape: Shape): Shape =>
  (value, path) =>
    value === word ? fits : shape(value, path);

export const list =
  (shape: Shape, ...[least, most]: Range): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return fault(path, 'wrong-type');
    if (value.length < least) return fault(path, 'too-few');
    if (value.length > most) return fault(path, 'too-many');
    return value.flatMap((item, index) => shape(item, pointer(path, index)));
  };

export const dictionary =
  (key: RegExp, shape: Shape): Shape =>
  (value, path) => {
    if (!isObject(value)) return fault(path, 'wrong-type');
    return Object.entries(value).flatMap(([name, member]) =>
      key.test(name) ? shape(member, pointer(path, name)) : fault(pointer(path, name), 'bad-text'),
    );
  };

/** All the members of `Type`, those of `optional` only where present, and none beside. */
export const record =
  <Type extends object>(
    members: { readonly [Key in keyof Type]-?: Shape },
    optional: readonly (keyof Type & string)[] = [],
  ): Shape =>
  (value, path) => {
    if (!isObject(value)) return fault(path, 'wrong-type');
    const unknown = Object.keys(value)
      .filter((key) => !Object.hasOwn(members, key))
      .flatMap((key) => fault(pointer(path, key), 'unknown-key'));
    const known = Object.entries<Shape>(members).flatMap(([key, shape]) => {
      if (Object.hasOwn(value, key)) return shape(value[key], pointer(path, key));
      return optional.includes(key as keyof Type & string)
        ? fits
        : fault(pointer(path, key), 'missing');
    });
    return [...unknown, ...known];
  };

/** The shape that the member `tag` names. */
export const byTag =
  (tag: string, shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (!isObject(value)) return fault(path, 'wrong-type');
    const named = value[tag];
    const known = typeof named === 'string' && Object.hasOwn(shapes, named);
    return known
      ? (shapes[named] as Shape)(value, path)
      : fault(pointer(path, tag), Object.hasOwn(value, tag) ? 'not-a-choice' : 'missing');
  };

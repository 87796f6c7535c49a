import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

export type FieldError = {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
};

/** A form that cannot be read as it stands; answered 422 with one error per field. */
export class BadForm extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super('bad form');
  }
}

const mostErrors = 20;

/** Checks every body and query against its DTO. Never converts implicitly: a blank is not a zero. */
export const formPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new BadForm(flatten(errors, '').slice(0, mostErrors)),
  });

function flatten(errors: readonly ValidationError[], parent: string): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({
      pointer,
      code,
      detail,
    }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

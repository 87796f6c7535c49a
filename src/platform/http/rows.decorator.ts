import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsObject,
  ValidateNested,
} from 'class-validator';

/**
 * A list of forms of one kind, each checked. A list in place of a form is refused too, which
 * `ValidateNested` alone would take for as many forms as it holds.
 * @param least,most how many rows there may be
 */
export const Rows = (
  form: () => new () => object,
  { least = 0, most }: { readonly least?: number; readonly most: number },
): PropertyDecorator =>
  applyDecorators(
    IsDefined(),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(form),
  );

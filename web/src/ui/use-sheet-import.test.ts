import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import { useSheetImport } from './use-sheet-import';

const file = new File(['x'], 'a.xlsx');
const fault = { row: 2, column: '甲', code: 'bad-value', text: '' };

describe('a sheet', () => {
  it('is looked at, then taken in, then forgotten', async () => {
    const done: string[] = [];
    const sheet = useSheetImport({
      look: async ({ name }) => {
        done.push(`look ${name}`);
        return { faults: [] };
      },
      take: async ({ name }) => done.push(`take ${name}`),
    });
    expect(await sheet.take()).toBe(false);
    await sheet.look(file);
    expect(sheet.preview.value).toEqual({ faults: [] });
    expect(await sheet.take()).toBe(true);
    expect([done, sheet.file.value, sheet.preview.value]).toEqual([
      ['look a.xlsx', 'take a.xlsx'],
      undefined,
      undefined,
    ]);
  });

  it('stays when it is refused, so that it can be tried again', async () => {
    const sheet = useSheetImport({
      look: async () => ({ faults: [fault] }),
      take: async () => {
        throw new ApiProblem({ status: 422, code: 'entries.sheet-rows-wrong' });
      },
    });
    await sheet.look(file);
    expect(await sheet.take()).toBe(false);
    expect([sheet.file.value, sheet.preview.value?.faults, sheet.problem.value]).toEqual([
      file,
      [fault],
      expect.objectContaining({ code: 'entries.sheet-rows-wrong' }),
    ]);
    expect(sheet.busy.value).toBe(false);
  });

  it('that cannot be read shows why', async () => {
    const sheet = useSheetImport({
      look: async (): Promise<{ faults: [] }> => {
        throw new ApiProblem({ status: 413, code: 'platform.sheet-too-large' });
      },
      take: async () => undefined,
    });
    await sheet.look(file);
    expect([sheet.preview.value, sheet.problem.value]).toEqual([
      undefined,
      expect.objectContaining({ code: 'platform.sheet-too-large' }),
    ]);
  });
});

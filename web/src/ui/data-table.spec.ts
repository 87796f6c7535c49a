// @vitest-environment happy-dom
import { nextTick } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import DataTable from './DataTable.vue';
import { mounted } from './mounted';
import type { Column } from './table';

type Row = { no: string; name: string; score: number };
const columns: Column[] = [
  { key: 'no', label: '编号' },
  { key: 'name', label: '名称', main: true },
  { key: 'score', label: '得分', align: 'end', sortable: true },
];
const rows: Row[] = [
  { no: 'A-1', name: '甲', score: 90 },
  { no: 'A-2', name: '乙', score: 86 },
];
const table = (props: object = {}, slots = {}): HTMLElement =>
  mounted(
    DataTable,
    { columns, rows, rowKey: (row: Row) => row.no, caption: '案例', ...props },
    slots,
  );
const text = (nodes: ArrayLike<Element>): string[] =>
  Array.from(nodes, (node) => node.textContent?.trim() ?? '');

describe('a table', () => {
  it('is a native one with a caption, column heads and row heads', () => {
    const root = table();
    expect(text(root.querySelectorAll('caption'))).toEqual(['案例']);
    expect(text(root.querySelectorAll('thead th[scope=col]'))).toEqual(['编号', '名称', '得分']);
    expect(text(root.querySelectorAll('tbody th[scope=row]'))).toEqual(['甲', '乙']);
  });

  it('carries in each cell the label that heads it on a card', () => {
    const cells = table().querySelectorAll('tbody tr:first-child [data-label]');
    expect(
      Array.from(cells, (cell) => [cell.getAttribute('data-label'), cell.textContent?.trim()]),
    ).toEqual([
      ['编号', 'A-1'],
      ['名称', '甲'],
      ['得分', '90'],
    ]);
  });

  it('keeps its roles for readers when it is drawn as cards', () => {
    const roles = Array.from(table().querySelectorAll('table, thead, tr, th, td'), (node) =>
      node.getAttribute('role'),
    );
    expect(roles.includes(null)).toBe(false);
  });

  it('shows in a cell what the slot of its column makes of the row', () => {
    const root = table({}, { 'cell-score': ({ row }: { row: Row }) => row.score.toFixed(2) });
    expect(text(root.querySelectorAll('tbody td.end'))).toEqual(['90.00', '86.00']);
  });

  it('shows the slot for nothing instead of a table without rows', () => {
    const root = table({ rows: [] }, { empty: () => '还没有案例' });
    expect([root.textContent, root.querySelector('table')]).toEqual(['还没有案例', null]);
  });

  it('says how it is ordered and asks for another order', async () => {
    const onSort = vi.fn();
    const root = table({ sort: { key: 'score', direction: 'ascending' }, 'onUpdate:sort': onSort });
    expect(root.querySelector('[aria-sort]')?.getAttribute('aria-sort')).toBe('ascending');
    root.querySelector<HTMLElement>('button.sort')?.click();
    await nextTick();
    expect(onSort).toHaveBeenCalledWith({ key: 'score', direction: 'descending' });
  });

  it('chooses one row by its name, and all at once', async () => {
    const onSelected = vi.fn();
    const root = table({ selectable: true, selected: ['A-2'], 'onUpdate:selected': onSelected });
    const boxes = root.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
    expect(Array.from(boxes, (box) => box.getAttribute('aria-label'))).toEqual([
      '全选本页',
      '选择：甲',
      '选择：乙',
    ]);
    expect(boxes[2]?.checked).toBe(true);
    boxes[0]?.click();
    await nextTick();
    expect(onSelected).toHaveBeenCalledWith(['A-1', 'A-2']);
  });
});

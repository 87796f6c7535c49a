// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mounted } from '../ui/mounted';
import SheetTotals from './parts/SheetTotals.vue';

describe('the totals of an entry', () => {
  it('strike through what was left out, and say so to who does not see it', () => {
    const root = mounted(SheetTotals, {
      totals: [
        { judge: 'DY-01', total: '80.00', isDropped: true },
        { judge: 'DY-02', total: '78.50', isDropped: false },
      ],
    });
    const [dropped, counted] = root.querySelectorAll('li');
    expect(dropped?.querySelector('s')?.textContent).toBe('80.00');
    expect(dropped?.querySelectorAll('.unseen')).toHaveLength(1);
    expect(counted?.querySelector('s')).toBeNull();
    expect(counted?.textContent).toContain('78.50');
  });
});

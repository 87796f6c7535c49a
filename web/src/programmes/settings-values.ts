import type { Programme, Settings, Windows } from './queries';

/** The settings as the form shows them: scores in points. */
export type SettingsValues = {
  name: string;
  year: number | null;
  windows: Windows;
  perEntry: number | null;
  awards: {
    code: string;
    name: string;
    kind: string;
    amount: number | null;
    minScore: number | null;
  }[];
  publicity: { amount: number | null; unit: string; countFirstDay: boolean; preReview: boolean };
};

export const valuesOf = (programme: Programme): SettingsValues => ({
  name: programme.name,
  year: programme.year,
  windows: programme.windows,
  perEntry: programme.perEntry,
  awards: programme.awards.map(({ code, name, kind, amount, minScore }) => ({
    ...{ code, name, kind, amount },
    minScore: minScore === null ? null : minScore / 100,
  })),
  publicity: programme.publicity,
});

/** What is sent; empty numbers were refused before. */
export const settingsOf = (values: SettingsValues): Settings => ({
  name: values.name.trim(),
  year: values.year ?? undefined,
  windows: values.windows,
  perEntry: values.perEntry ?? undefined,
  awards: values.awards.map(({ code, amount, minScore }) => ({
    code,
    amount: amount ?? 0,
    minScore: minScore === null ? null : Math.round(minScore * 100),
  })),
  publicity: {
    ...values.publicity,
    amount: values.publicity.amount ?? 1,
    unit: values.publicity.unit === 'calendar-day' ? 'calendar-day' : 'workday',
  },
});

import type { SelectionConfig } from '../../../../src/programmes/rules/config';

export const chainSteps = ['school', 'county', 'prefecture'] as const;

/** Categories and chain as the form shows them: a tick for each kind of unit. */
export type CategoryValues = {
  categories: { code: string; name: string; rubricKey: string }[];
  chain: Record<(typeof chainSteps)[number], boolean>;
  direct: boolean;
};

export const categoryValues = ({ categories, chain, direct }: SelectionConfig): CategoryValues => ({
  categories: categories.map((category) => ({ ...category })),
  chain: {
    school: chain.includes('school'),
    county: chain.includes('county'),
    prefecture: chain.includes('prefecture'),
  },
  direct: direct.length > 0,
});

export const partsOf = ({
  categories,
  chain,
  direct,
}: CategoryValues): Pick<SelectionConfig, 'categories' | 'chain' | 'direct'> => ({
  categories: categories.map(({ code, name, rubricKey }) => ({
    code: code.trim().toUpperCase(),
    name: name.trim(),
    rubricKey,
  })),
  chain: chainSteps.filter((step) => chain[step]),
  direct: direct ? ['province-direct'] : [],
});

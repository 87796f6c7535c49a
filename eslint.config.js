import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/** The sizes of the house. Cut where the idea ends, not where the counter stops. */
const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: false, skipComments: false }],
  'max-depth': ['error', 3],
  complexity: ['error', 8],
};

/** Five arguments; a constructor lists what Nest hands in, and that list may have seven. */
const manyParameters = [
  {
    selector: ':function[params.length>5]:not(MethodDefinition[kind="constructor"] > *)',
    message: 'Five arguments at most: give those that belong together a name.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > [params.length>7]',
    message: 'More than seven collaborators: this class does several things.',
  },
];

const manners = {
  eqeqeq: 'error',
  'prefer-const': 'error',
  'no-undef': 'off', // the compiler knows better
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
  ],
  'no-restricted-syntax': ['error', ...manyParameters],
  'vue/require-default-prop': 'off', // an optional prop without a default is undefined, and typed so
  // Nest reads the types of constructor parameters at run time: an import must stay a value.
  '@typescript-eslint/consistent-type-imports': 'off',
};

const surroundings = {
  object: 'process',
  property: 'env',
  message: 'The environment is read once, in src/platform/config.',
};
const dice = { object: 'Math', property: 'random', message: 'Lots come from a recorded seed.' };
const clock = { object: 'Date', property: 'now', message: 'A rule is given `now`.' };

const pure = [
  ...manyParameters,
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A rule is given `now`.',
  },
  { selector: 'AwaitExpression', message: 'A rule does not wait.' },
];
const answers = [...pure, { selector: 'ThrowStatement', message: 'A rule answers with refuse().' }];

const onlyHashing = {
  paths: ['node:crypto', 'crypto'].map((name) => ({
    name,
    allowImportNames: ['createHash'],
    message: 'A rule may hash; it has no dice.',
  })),
};

/** Prettier lays templates out, so the plugin's own layout rules rest. */
const layout = Object.fromEntries(
  Object.entries(vue.rules)
    .filter(([, rule]) => rule.meta?.type === 'layout')
    .map(([name]) => [`vue/${name}`, 'off']),
);

export default tseslint.config(
  {
    ignores: ['**/dist/', 'coverage/', '.linxuan/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  { rules: { ...sizes, ...manners, ...layout } },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'web/src/**/*.{ts,vue}', 'bench/**/*.ts'],
    ignores: ['src/platform/config/**', 'src/{process,cli}.ts'], // these hand it to config
    rules: { 'no-restricted-properties': ['error', surroundings] },
  },
  {
    files: ['src/platform/pure/**/*.ts', 'src/*/rules/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', surroundings, dice, clock],
      'no-restricted-syntax': ['error', ...pure],
      'no-restricted-imports': ['error', onlyHashing],
    },
  },
  {
    files: ['src/*/rules/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...answers] },
  },
  {
    files: ['**/*.{test,spec}.ts', 'test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // A migration is one text of SQL, and a composable is a closure: the file's length is the limit.
    files: [
      'src/*/data/migrations/*.ts',
      'src/platform/database/migrations/*.ts',
      'web/src/**/use-*.ts',
    ],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Generated from the routes: as long as they are many.
    files: ['web/src/api/schema.d.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
  },
);

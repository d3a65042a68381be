import type { Config } from 'tailwindcss';

/**
 * Only what the design allows: five type sizes, one radius, one shadow, colours by meaning.
 * The values behind the names are in app/globals.css, once for light and once for dark.
 */
export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: 'var(--paper)',
      surface: 'var(--surface)',
      sunken: 'var(--sunken)',
      float: 'var(--float)',
      hairline: 'var(--hairline)',
      edge: 'var(--edge)',
      ink: 'var(--ink)',
      soft: 'var(--soft)',
      faint: 'var(--faint)',
      veil: 'var(--veil)',
      accent: {
        DEFAULT: 'var(--accent)',
        strong: 'var(--accent-strong)',
        soft: 'var(--accent-soft)',
        on: 'var(--on-accent)',
      },
      warn: { DEFAULT: 'var(--warn)', mark: 'var(--warn-mark)', soft: 'var(--warn-soft)' },
      danger: { DEFAULT: 'var(--danger)', soft: 'var(--danger-soft)', on: 'var(--on-danger)' },
      done: { DEFAULT: 'var(--done)', soft: 'var(--done-soft)' },
    },
    fontFamily: { sans: ['var(--font-inter)', 'var(--font-inter-ext)', 'var(--font-arabic)', 'system-ui'] },
    fontSize: {
      xs: ['0.75rem', '1rem'],
      sm: ['0.875rem', '1.25rem'],
      base: ['1rem', '1.5rem'],
      lg: ['1.25rem', '1.75rem'],
      xl: ['1.75rem', '2.25rem'],
      // 14 px on a desk, 16 px under a finger.
      work: ['var(--text-work)', 'var(--text-work-line)'],
    },
    borderRadius: { none: '0', sm: '4px', DEFAULT: '8px', full: '9999px' },
    boxShadow: { none: 'none', float: 'var(--shadow-float)' },
    extend: {
      spacing: { row: 'var(--row)', control: 'var(--control)', touch: '44px' },
      transitionDuration: { DEFAULT: '140ms' },
      transitionTimingFunction: { DEFAULT: 'cubic-bezier(0.2, 0, 0, 1)' },
    },
  },
} satisfies Config;

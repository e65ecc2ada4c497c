import { type CSSVariablesResolver, createTheme, Menu, Modal, Switch, Tooltip } from '@mantine/core'
import { accent, dark, gray } from './colors.ts'

/** How the studio looks: one accent, Inter, a quiet ground. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  colors: { accent, gray, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  headings: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // The placeholder is a focusable child without a role, which a menu may not have; the first item takes the focus.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: { radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
      styles: {
        title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 620, letterSpacing: '-0.01em' },
      },
    }),
    Switch: Switch.extend({ defaultProps: { withThumbIndicator: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, fz: 'xs' } }),
  },
})

/** Names for the studio's own surfaces, in both schemes; texts on them reach WCAG AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': '#65655e',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#72726b',
    '--mantine-color-default-border': gray[3],
    '--studio-ground': gray[1],
    '--studio-panel': '#ffffff',
    '--studio-line': gray[2],
    '--studio-hover': gray[1],
    '--studio-selected': accent[0],
    '--studio-selected-text': accent[8],
    '--studio-accent-text': accent[7],
    '--studio-danger-text': '#b3261e',
    '--studio-danger-ground': '#fdf1ef',
    '--studio-danger-line': '#f3d3ce',
    '--studio-warning-text': '#8a5300',
    '--studio-warning-ground': '#fdf6e7',
    '--studio-warning-line': '#f0dfb8',
    '--studio-shadow': '0 1px 2px rgb(30 30 20 / 6%), 0 8px 28px rgb(30 30 20 / 8%)',
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': '#a5a59e',
    '--mantine-color-error': '#ff9f94',
    '--mantine-color-placeholder': '#92928b',
    '--mantine-color-default-border': dark[4],
    '--studio-ground': dark[9],
    '--studio-panel': dark[8],
    '--studio-line': dark[6],
    '--studio-hover': dark[6],
    '--studio-selected': '#0f3532',
    '--studio-selected-text': accent[2],
    '--studio-accent-text': accent[3],
    '--studio-danger-text': '#ff9f94',
    '--studio-danger-ground': '#33201e',
    '--studio-danger-line': '#5a312c',
    '--studio-warning-text': '#f2bd6b',
    '--studio-warning-ground': '#2f2718',
    '--studio-warning-line': '#55452a',
    '--studio-shadow': '0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 35%)',
  },
})

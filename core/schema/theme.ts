/**
 * A theme: what makes the shipped graphics look like one broadcaster's. It reaches a graphic as data, in the field of
 * its model that is marked `"v_tallydesk": "theme"` (core/theme.ts), so that what was shown can be shown again.
 */
import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is #rrggbb in lower case');

/** Families that every shipped package carries: variable in weight and width, with macrons and tabular figures. */
export const FAMILIES = ['archivo', 'encode-sans', 'roboto-serif'] as const;

export const Theme = z.object({
  /** Of a shipped theme, or `own` for one that was edited. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'a theme id has lower-case letters, digits and "-"'),
  name: z.string().min(1).max(60),
  colours: z.object({
    /** Plates and everything that text stands on. */
    ground: colour,
    /** A second plate, a little off the ground: strips, rows, tabs. */
    plate: colour,
    /** Main text: at least 7:1 on the ground. */
    text: colour,
    /** Quiet text (roles, sources): at least 4.5:1 on the ground. */
    muted: colour,
    /** The broadcaster's own colour: rules, kickers, the logo's ground. Never a party's. */
    accent: colour,
  }),
  /** `text` for what is read; `figures` for numbers and names in narrow places. */
  fonts: z.object({ text: z.enum(FAMILIES), figures: z.enum(FAMILIES) }),
  logo: z.object({
    /** Shown where there is no image, and by name to those who cannot see it. */
    text: z.string().max(12),
    /** Address of an image of the show's media, or '' for none. */
    image: z.string().max(400),
  }),
  /** Radius of corners, px at 1920x1080. */
  corner: z.number().min(0).max(28),
  /** Space around and between lines. */
  density: z.enum(['compact', 'regular', 'airy']),
  /** How a plate carries its accent: an upright bar, a rule along its edge, or a filled block. */
  mark: z.enum(['bar', 'rule', 'block']),
  /** Tabs and labels in capitals. */
  caps: z.boolean(),
});
export type Theme = z.infer<typeof Theme>;

/** What a graphic is given: the look, not its name. */
export type ThemeData = Omit<Theme, 'id' | 'name'>;

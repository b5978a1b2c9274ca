/** Whether a box leaves any mark by its style alone. It errs on the side of "it does". Pure. */

export type BoxStyle = Pick<
  CSSStyleDeclaration,
  | 'backgroundColor'
  | 'backgroundImage'
  | 'borderTopWidth'
  | 'borderRightWidth'
  | 'borderBottomWidth'
  | 'borderLeftWidth'
  | 'boxShadow'
  | 'outlineStyle'
  | 'outlineWidth'
>;

export type PseudoStyle = BoxStyle &
  Pick<CSSStyleDeclaration, 'content' | 'display' | 'visibility' | 'opacity'>;

const CLEAR = /^(transparent|rgba\(.*, 0\)|color\(.* \/ 0\))$/;

/** @param isEmpty of no width or no height: then it has no ground, but what is drawn around it is seen */
export function isInked(style: BoxStyle, isEmpty: boolean): boolean {
  const hasGround = !CLEAR.test(style.backgroundColor) || style.backgroundImage !== 'none';
  const { borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth } = style;
  const borders = [borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth];
  const hasOutline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  return (
    (hasGround && !isEmpty) ||
    borders.some((width) => parseFloat(width) > 0) ||
    style.boxShadow !== 'none' ||
    hasOutline
  );
}

/** Of `::before` and `::after`, whose boxes cannot be measured. */
export function isPseudoInked(style: PseudoStyle): boolean {
  const { content, display, visibility, opacity } = style;
  if (content === 'none' || content === 'normal' || display === 'none') return false;
  if (visibility !== 'visible' || Number(opacity) === 0) return false;
  return !/^(""|'')$/.test(content) || isInked(style, false);
}

/** Shadow roots, closed ones too: nothing else could find what is to be seen in them, or what moves. */

const closed = new WeakMap<object, ShadowRoot>();

/** From now on closed roots are remembered: to be called before a graphic's module loads. */
export function rememberRoots(prototype: Pick<Element, 'attachShadow'>): void {
  const { attachShadow } = prototype;
  prototype.attachShadow = function (init: ShadowRootInit): ShadowRoot {
    const root = Reflect.apply(attachShadow, this, [init]);
    if (init.mode === 'closed') closed.set(this, root);
    return root;
  };
}

/** The root of that element, open or closed; null where it has none. */
export const rootOf = (element: Pick<Element, 'shadowRoot'>): ShadowRoot | null =>
  element.shadowRoot ?? closed.get(element) ?? null;

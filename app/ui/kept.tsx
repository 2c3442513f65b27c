import { type ComponentType, createContext, createElement, useContext } from "react";

/** What a part is given: data alone, so that two parts that are given the same can be known to be the same. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (...values: never) => unknown
    ? never
    : { readonly [Key in keyof T]: Plain<T[Key]> };

/** Knows what has been rendered before. Only on the server; in a browser (null) every part renders itself. */
export interface PartKeeper {
  /** The element that marks the part's place, and whether it is put in there afterwards. */
  place(name: string, props: object): { readonly element: string; readonly isKnown: boolean };
}

export const PartKeeperContext = /* @__PURE__ */ createContext<PartKeeper | null>(null);

/**
 * A part of a page that the server renders once for all who see the same: it is known again by its name, what it is given,
 * the page's language and its address. So it must read nothing else: no loader's data, nothing of the reader that is not
 * given to it.
 *
 * Making one has no effects, so that the build may put it into whichever file needs it.
 *
 * @param name no other part's
 * @__NO_SIDE_EFFECTS__
 */
export function kept<Props extends object>(
  name: string,
  Part: ComponentType<Props>,
  ..._data: Props extends Plain<Props> ? [] : [thePartMustBeGivenDataAlone: never]
): (props: Props) => JSX.Element {
  return function Kept(props) {
    const keeper = useContext(PartKeeperContext);
    const part = createElement(Part, props);
    if (!keeper) return part;
    const { element, isKnown } = keeper.place(name, props);
    if (isKnown) return createElement(element);
    return (
      <>
        {createElement(element)}
        <PartKeeperContext.Provider value={null}>{part}</PartKeeperContext.Provider>
        {createElement(element)}
      </>
    );
  };
}

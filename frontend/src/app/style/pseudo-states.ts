const HOVERED = ":is([data-shows~=hover] *)";
const FOCUSED = ":is([data-shows~=focus] :is(a, button, input, select, textarea))";
const done = new WeakSet<CSSStyleSheet>();

/**
 * Repeats every rule for :hover and :focus-visible of the loaded style sheets for what stands in an element with
 * data-shows="hover" or "focus", so that the style page shows the components' own states and not copies of them.
 */
export function repeatPseudoStates(): void {
  for (const sheet of document.styleSheets) {
    if (done.has(sheet) || (sheet.href && !sheet.href.startsWith(location.origin))) continue;
    done.add(sheet);
    repeat(sheet);
  }
}

function repeat(rules: CSSStyleSheet | CSSGroupingRule): void {
  for (let at = rules.cssRules.length - 1; at >= 0; at -= 1) {
    const rule = rules.cssRules[at];
    if (rule instanceof CSSStyleRule) repeatRule(rules, rule, at + 1);
    else if (rule instanceof CSSGroupingRule) repeat(rule);
  }
}

/** Right behind the rule itself, so that what outranks it outranks the repetition. */
function repeatRule(rules: CSSStyleSheet | CSSGroupingRule, rule: CSSStyleRule, at: number): void {
  if (!/:hover|:focus-visible/.test(rule.selectorText)) return;
  const selector = rule.selectorText.replaceAll(":hover", HOVERED).replaceAll(":focus-visible", FOCUSED);
  rules.insertRule(`${selector} { ${rule.style.cssText} }`, at);
}

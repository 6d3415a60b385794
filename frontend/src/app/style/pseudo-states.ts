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
  for (const rule of [...rules.cssRules]) {
    if (rule instanceof CSSStyleRule) repeatRule(rules, rule);
    else if (rule instanceof CSSGroupingRule) repeat(rule);
  }
}

function repeatRule(rules: CSSStyleSheet | CSSGroupingRule, rule: CSSStyleRule): void {
  if (!/:hover|:focus-visible/.test(rule.selectorText)) return;
  const selector = rule.selectorText.replaceAll(":hover", HOVERED).replaceAll(":focus-visible", FOCUSED);
  rules.insertRule(`${selector} { ${rule.style.cssText} }`, rules.cssRules.length);
}

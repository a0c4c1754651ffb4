package network.fanz.web;

import com.microsoft.playwright.Page;

/**
 * A language that nobody speaks, put over a page that is shown: it is read from right to left, and its longer words are nearly a third
 * longer, as German's are. So a page's layout is tried before anybody has translated it. What is marked with a direction of its own keeps
 * it, and so do ids, code and what people have written.
 */
final class PseudoLocale {
    private PseudoLocale() {}

    static void put(Page page) {
        page.evaluate("""
                () => {
                  document.documentElement.dir = 'rtl';
                  const plain = 'aeiouAEIOUcnsy', marked = 'áéíóúÁÉÍÓÚçñšý';
                  const word = it => {
                    const letters = [...it].map(c => plain.includes(c) ? marked[plain.indexOf(c)] : c).join('');
                    const more = it.length > 5 ? letters.slice(0, Math.ceil(it.length * 0.3)) : '';
                    return `\u202e${letters}${more}\u202c`;
                  };
                  const kept = 'script, style, code, pre, textarea, bdi, [dir]:not(html), .mono';
                  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  const nodes = [];
                  while (all.nextNode()) nodes.push(all.currentNode);
                  nodes.filter(it => !it.parentElement.closest(kept))
                    .forEach(it => { it.data = it.data.replace(/\\p{L}{2,}/gu, word); });
                }
                """);
    }
}

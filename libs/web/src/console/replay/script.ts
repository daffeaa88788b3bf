/**
 * What the page of the replay does where scripts run: it fills in how far the replay is, and loads itself anew when another
 * page shows what is. Nothing of what it is told becomes markup. Without it the page has a link that looks again.
 */
export const replayScript = `
(() => {
  const page = document.querySelector('[data-live]');
  if (!page || !window.EventSource) return;
  for (const link of page.querySelectorAll('[data-look-again]')) link.hidden = true;
  const { live, address, from } = page.dataset;
  const bar = page.querySelector('progress');
  let source;
  const told = ({ data }) => {
    const state = JSON.parse(data);
    if (state.page !== live) {
      source.close();
      location.replace(address);
      return;
    }
    if (bar && state.share !== undefined) bar.value = state.share;
    for (const [name, text] of Object.entries(state.texts || {})) {
      const place = page.querySelector('[data-text="' + name + '"]');
      if (place && place.textContent !== text) place.textContent = text;
    }
  };
  addEventListener('pageshow', () => {
    source = new EventSource(from);
    source.addEventListener('state', told);
  });
  addEventListener('pagehide', () => source.close());
})();
`.trimStart();

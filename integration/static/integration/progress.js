/* Keeps the progress of a load up to date; when it is over, the page is shown anew. Without it: reload the page. */
(() => {
    const place = document.querySelector("[data-exchange-progress]");
    if (!place) return;

    const text = place.querySelector("[data-text]");
    const bar = place.querySelector("progress");
    const EVERY = 1000;

    const show = (load) => {
        if (text.textContent !== load.text) text.textContent = load.text;
        if (load.percent === null) bar.removeAttribute("value");
        else bar.value = load.percent;
    };

    const ask = async () => {
        try {
            const answer = await fetch(place.dataset.exchangeProgress, { headers: { Accept: "application/json" } });
            if (answer.ok) {
                const { load } = await answer.json();
                if (load === null) {
                    window.location.reload();
                    return;
                }
                show(load);
            }
        } catch {
            // the portal is being restarted: ask again
        }
        window.setTimeout(ask, EVERY);
    };

    window.setTimeout(ask, EVERY);
})();

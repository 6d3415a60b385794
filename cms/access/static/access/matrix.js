/* The filter box of the matrix, and how many cells are changed. Without it the page works and is longer. */
(() => {
    const table = document.querySelector("[data-access-matrix]");
    const box = document.querySelector("[data-access-filter]");
    const onlyDiffering = document.querySelector("[data-access-differing]");
    if (!table) return;

    const rows = [...table.querySelectorAll(".access-row")];
    const modules = [...table.querySelectorAll(".access-module")];
    const empty = document.querySelector("[data-access-empty]");
    const words = () => (box ? box.value.toLocaleLowerCase().split(/\s+/).filter(Boolean) : []);

    const narrow = () => {
        const wanted = words();
        const differing = onlyDiffering && onlyDiffering.checked;
        let shown = 0;
        for (const row of rows) {
            const text = row.dataset.text.toLocaleLowerCase();
            const marked = row.classList.contains("access-differs") || row.classList.contains("access-edited");
            row.hidden = !wanted.every((word) => text.includes(word)) || (differing && !marked);
            shown += row.hidden ? 0 : 1;
        }
        for (const module of modules) {
            module.hidden = !rows.some((row) => row.dataset.module === module.dataset.module && !row.hidden);
        }
        if (empty) empty.hidden = shown > 0;
    };

    const count = () => {
        let edited = 0;
        for (const row of rows) {
            const chosen = row.querySelector("input:checked");
            if (!chosen) continue;
            row.classList.toggle("access-edited", chosen.value !== row.dataset.current);
            row.classList.toggle("access-differs", chosen.value !== row.dataset.default);
            const mark = row.querySelector("[data-access-mark]");
            if (mark) mark.hidden = chosen.value === row.dataset.default;
            edited += chosen.value === row.dataset.current ? 0 : 1;
        }
        const label = document.querySelector("[data-access-edited]");
        if (label) {
            label.hidden = edited === 0;
            label.querySelector("[data-access-number]").textContent = edited;
        }
    };

    const measure = () => {
        const header = document.querySelector(".w-slim-header");
        if (header) table.style.setProperty("--access-header", `${header.getBoundingClientRect().height}px`);
    };

    if (box) {
        box.addEventListener("input", narrow);
        box.addEventListener("keydown", (event) => {
            if (event.key === "Enter") event.preventDefault();
        });
    }
    if (onlyDiffering) onlyDiffering.addEventListener("change", narrow);
    table.addEventListener("change", count);
    window.addEventListener("resize", measure);
    measure();
    count();
    narrow();
})();

// Ctrl K or "/": go to a record opened lately or to a place, create something, find a record. Arrow keys walk, Enter goes.
export function wirePalette() {
    const palette = document.getElementById("palette");
    if (!palette) {
        return;
    }
    const input = document.getElementById("palette-input");

    function open(text = "") {
        if (!palette.open) {
            palette.showModal();
        }
        input.value = text;
        document.getElementById("palette-found").replaceChildren();
        narrow();
        input.focus();
        if (text === "") {
            window.htmx.trigger(input, "palette-opened");
        }
    }

    function items() {
        return [...palette.querySelectorAll(".palette-item")].filter((item) => !item.hidden);
    }

    function select(item) {
        palette.querySelectorAll('[aria-selected="true"]').forEach((other) => other.removeAttribute("aria-selected"));
        item?.setAttribute("aria-selected", "true");
        item?.scrollIntoView({ block: "nearest" });
    }

    function narrow() {
        const wanted = input.value.trim().toLowerCase();
        palette.querySelectorAll("[data-palette-place]").forEach((place) => {
            place.hidden = wanted !== "" && !place.textContent.toLowerCase().includes(wanted);
        });
        select(items()[0]);
    }

    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest("input, textarea, select, [contenteditable]");
        if ((event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) {
            event.preventDefault();
            open();
        }
    });
    document.querySelector("[data-palette-open]")?.addEventListener("keydown", (event) => {
        if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.isComposing) {
            event.preventDefault();
            open(event.key);
            window.htmx.trigger(input, "input");
        }
    });
    document.querySelector("[data-palette-open]")?.addEventListener("click", () => open());
    input.addEventListener("input", narrow);
    palette.addEventListener("htmx:afterSettle", () => select(items()[0]));
    palette.addEventListener("keydown", (event) => {
        const all = items();
        const at = all.findIndex((item) => item.getAttribute("aria-selected") === "true");
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            select(all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
        } else if (event.key === "Enter" && !event.isComposing) {
            event.preventDefault();
            if (all[at]) {
                location.href = all[at].href;
            } else if (input.value.trim()) {
                location.href = "/search?q=" + encodeURIComponent(input.value.trim());
            }
        }
    });
    palette.addEventListener("click", (event) => {
        if (event.target === palette) {
            palette.close();
        }
    });
}

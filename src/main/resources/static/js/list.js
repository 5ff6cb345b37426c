// What makes lists smoother: menus that close, places that move by buttons, ticks that are counted, short addresses.
export function wireLists(root) {
    root.querySelectorAll("[data-places]").forEach(wirePlaces);
    root.querySelectorAll("form[data-omit-empty]").forEach(wireForm);
    root.querySelectorAll("form[data-selection]").forEach(wireSelection);
}

/**
 * j and k go from row to row by the links of their first cells, so that Enter opens; x ticks; other letters press what the row has
 * for them (data-key).
 */
export function wireKeys() {
    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]");
        if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) {
            return;
        }
        const links = [...document.querySelectorAll(".list-table tbody tr .card-title-cell a")];
        const row = document.activeElement?.closest(".list-table tbody tr");
        const at = links.findIndex((link) => link.closest("tr") === row);
        if (event.key === "j" || event.key === "k") {
            const next = links[Math.min(links.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)))];
            next?.focus();
            next?.scrollIntoView({ block: "nearest" });
        } else if (event.key === "x") {
            row?.querySelector("[data-select]")?.click();
        } else if (/^[a-z]$/.test(event.key)) {
            row?.querySelector(`[data-key="${event.key}"]`)?.click();
        } else {
            return;
        }
        if (links.length > 0) {
            event.preventDefault();
        }
    });
}

export function wireMenus() {
    document.addEventListener("click", (event) => {
        document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
            if (!menu.contains(event.target)) {
                menu.open = false;
            }
        });
    });
    document.addEventListener("keydown", (event) => {
        const menu = document.querySelector("details[data-menu][open]");
        if (event.key === "Escape" && menu) {
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
}

/** The number fields for places give way to buttons that move a row; the numbers follow. */
function wirePlaces(list) {
    const renumber = () => list.querySelectorAll("[data-place]").forEach((field, index) => (field.value = index + 1));
    list.querySelectorAll("[data-place]").forEach((field) => (field.type = "hidden"));
    list.querySelectorAll("[data-place-up], [data-place-down]").forEach((button) => {
        button.hidden = false;
        button.addEventListener("click", () => {
            const row = button.closest("li");
            if ("placeUp" in button.dataset) {
                row.previousElementSibling?.before(row);
            } else {
                row.nextElementSibling?.after(row);
            }
            renumber();
            button.focus();
        });
    });
}

/** What was left empty does not go into the address, nor a way to compare without a value. */
function wireForm(form) {
    form.addEventListener("formdata", (event) => {
        const data = event.formData;
        for (const [name, value] of [...data]) {
            if (value === "") {
                data.delete(name);
            }
        }
        for (const name of [...data.keys()].filter((key) => key.endsWith(".op"))) {
            const bare = ["empty", "present"].includes(data.get(name));
            if (!bare && !data.has(name.slice(0, -3))) {
                data.delete(name);
            }
        }
    });
}

/** All that the list finds can be chosen once its whole page is ticked; with the shift key, all from the last tick to this. */
function wireSelection(form) {
    const everything = form.querySelector("[data-select-everything]");
    const ticks = () => [...document.querySelectorAll("[data-select]")];
    const all = document.querySelector("[data-select-all]");
    let last;
    const show = () => {
        const count = ticks().filter((tick) => tick.checked).length;
        form.hidden = count === 0;
        form.querySelector("[data-selection-count]").textContent = count;
        if (all) {
            all.checked = count > 0 && count === ticks().length;
            all.indeterminate = count > 0 && !all.checked;
        }
        if (everything) {
            everything.hidden = count < ticks().length;
            const box = everything.querySelector("input");
            box.checked = box.checked && !everything.hidden;
            form.querySelector("[data-selection-some]").hidden = box.checked;
        }
    };
    all?.addEventListener("change", () => {
        ticks().forEach((tick) => (tick.checked = all.checked));
        show();
    });
    ticks().forEach((tick) => {
        tick.addEventListener("change", show);
        tick.addEventListener("click", (event) => {
            if (event.shiftKey && last) {
                between(ticks(), last, tick).forEach((one) => (one.checked = tick.checked));
                show();
            }
            last = tick;
        });
    });
    everything?.addEventListener("change", show);
    show();
}

function between(ticks, one, other) {
    const places = [ticks.indexOf(one), ticks.indexOf(other)].sort((a, b) => a - b);
    return ticks.slice(places[0], places[1] + 1);
}

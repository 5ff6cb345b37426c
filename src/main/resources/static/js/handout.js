// A page to take along: [data-print] prints it, [data-copy="id"] copies the table of that id as lines with tabs.
import { showNotice } from "./notice.js";

export function wireHandout() {
    document.querySelectorAll("[data-print]").forEach((button) => {
        button.hidden = false;
        button.addEventListener("click", () => window.print());
    });
    document.querySelectorAll("[data-copy]").forEach((button) => {
        button.hidden = false;
        button.addEventListener("click", async () => {
            await copy(lines(document.getElementById(button.dataset.copy)), button);
            showNotice(button.dataset.copied, "success", 6000);
        });
    });
}

function lines(table) {
    return [...table.rows]
        .map((row) => [...row.cells].filter((cell) => !("copyNot" in cell.dataset)).map((cell) => cell.textContent.trim()))
        .map((cells) => cells.join("\t"))
        .join("\n");
}

/** Without https browsers have no clipboard for pages: a field that is selected does instead. */
async function copy(text, button) {
    if (navigator.clipboard) {
        await navigator.clipboard.writeText(text);
        return;
    }
    const field = document.createElement("textarea");
    field.className = "visually-hidden";
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
}

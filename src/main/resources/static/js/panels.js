// A part of a page that loads by itself says itself when it can't be loaded, and is tried again from there; the rest of the page goes on.
const texts = () => document.getElementById("main-script").dataset;

/** The panel that a request was for, if it was for one. */
export function panelOf(event) {
    const panel = event.detail.elt;
    return panel instanceof Element && panel.matches("[data-panel]") ? panel : null;
}

/** In place of what could not be loaded. */
export function panelFailed(panel) {
    const failed = document.createElement("p");
    failed.className = "text-secondary mb-0";
    failed.setAttribute("role", "status");
    failed.textContent = texts().panelFailed + " ";
    const again = document.createElement("button");
    again.type = "button";
    again.className = "btn btn-sm";
    again.textContent = texts().again;
    again.addEventListener("click", () => {
        panel.replaceChildren();
        window.htmx.ajax("GET", panel.getAttribute("hx-get"), { source: panel, target: panel, swap: "innerHTML" });
    });
    failed.append(again);
    panel.replaceChildren(failed);
}

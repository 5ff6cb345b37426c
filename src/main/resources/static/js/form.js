// A form that is on its way can't be sent twice, and what was typed outlives an expired session.
import { showNotice } from "./notice.js";
import { keep, restore } from "./typed.js";

export function wireForms(root) {
    const forms = [...root.querySelectorAll("form[method=post]")];
    if (root.matches?.("form[method=post]")) {
        forms.push(root);
    }
    forms.forEach((form) => {
        if (form.dataset.wired) {
            return;
        }
        form.dataset.wired = "yes";
        if (restore(form)) {
            showNotice(document.getElementById("main-script").dataset.restored, "info", 12000);
        }
        form.addEventListener("submit", (event) => {
            if (event.defaultPrevented) {
                return;
            }
            keep(form);
            const waiting = form.querySelectorAll("[data-while-sent]");
            waiting.forEach((text) => (text.hidden = false));
            document.getElementById("loading")?.classList.toggle("busy", waiting.length > 0);
            setTimeout(() => form.querySelectorAll("button[type=submit]").forEach((button) => (button.disabled = true)));
        });
        form.addEventListener("htmx:afterRequest", () =>
            form.querySelectorAll("button[type=submit]").forEach((button) => (button.disabled = false)),
        );
    });
}

document.querySelectorAll("[data-fill-name]").forEach((button) =>
    button.addEventListener("click", () => {
        document.getElementById("name").value = button.dataset.fillName;
        document.getElementById("password").focus();
    }),
);

window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
        document.getElementById("loading")?.classList.remove("busy");
        document.querySelectorAll("[data-while-sent]").forEach((text) => (text.hidden = true));
        document.querySelectorAll("form button[type=submit]").forEach((button) => (button.disabled = false));
    }
});

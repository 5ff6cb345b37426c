import { showNotice, showProblem } from "./notice.js";
import { panelFailed, panelOf } from "./panels.js";
import { keepAll } from "./typed.js";

// What holds for every htmx request: the CSRF token, the bar at the top, and what happens when it fails.
export function wireRequests() {
    const body = document.body;
    const bar = document.getElementById("loading");
    let running = 0;

    body.addEventListener("htmx:configRequest", (event) => {
        const csrf = document.querySelector('meta[name="csrf"]');
        if (csrf && event.detail.verb !== "get") {
            event.detail.headers[csrf.dataset.header] = csrf.content;
        }
    });
    body.addEventListener("htmx:beforeRequest", () => {
        running += 1;
        bar?.classList.add("busy");
    });
    body.addEventListener("htmx:afterRequest", (event) => {
        const notice = event.detail.xhr?.getResponseHeader("X-Notice");
        if (notice) {
            showNotice(decodeURIComponent(notice), "success", 6000);
        }
        running = Math.max(0, running - 1);
        if (running === 0) {
            bar?.classList.remove("busy");
        }
    });
    body.addEventListener("htmx:responseError", (event) => {
        const answer = event.detail.xhr;
        if (answer.getResponseHeader("X-Session-Ended")) {
            goOnAfterSignIn();
            return;
        }
        const panel = panelOf(event);
        if (panel) {
            panelFailed(panel);
            return;
        }
        showProblem(answer.getResponseHeader("X-Problem") ? decodeURIComponent(answer.getResponseHeader("X-Problem")) : String(answer.status));
    });
    // a refusal in words without a part of the page
    body.addEventListener("htmx:beforeSwap", (event) => {
        const problem = event.detail.xhr.getResponseHeader("X-Problem");
        if (event.detail.xhr.status === 409 && problem) {
            event.detail.shouldSwap = false;
            showProblem(decodeURIComponent(problem));
        }
    });
    body.addEventListener("htmx:sendError", (event) => {
        const panel = panelOf(event);
        if (panel) {
            panelFailed(panel);
        } else {
            showProblem(document.getElementById("main-script").dataset.offline);
        }
    });
    // what can be taken back stays long enough to be read, found and reached
    document.querySelectorAll("[data-notice].alert-success").forEach((notice) => setTimeout(() => notice.remove(), notice.querySelector("form") ? 60000 : 6000));
}

/** The session has ended: what is typed is kept, and the page comes back after the sign-in. */
function goOnAfterSignIn() {
    if (document.querySelector("[data-session-ended]")) {
        return;
    }
    if (!keepAll()) {
        location.reload();
        return;
    }
    const texts = document.getElementById("main-script").dataset;
    const notice = showNotice(texts.expired + " ", "danger");
    notice.dataset.sessionEnded = "yes";
    const link = document.createElement("a");
    link.className = "alert-link";
    link.href = location.pathname + location.search;
    link.textContent = texts.signIn;
    notice.append(link);
    link.focus();
}

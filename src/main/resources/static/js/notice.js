// Short messages in a corner, or at the top of the dialog that is open: nothing else can be seen then.

/** Kind: success, info or danger; without a time it stays. Gives the element. */
export function showNotice(text, kind, milliseconds) {
    const notice = document.createElement("div");
    notice.className = "alert notice alert-" + kind;
    notice.setAttribute("role", kind === "danger" ? "alert" : "status");
    notice.textContent = text;
    const dialog = document.querySelector("dialog[open]");
    if (dialog) {
        dialog.prepend(notice);
    } else {
        document.getElementById("notices")?.append(notice);
    }
    if (milliseconds) {
        setTimeout(() => notice.remove(), milliseconds);
    }
    return notice;
}

export function showProblem(text) {
    showNotice(text, "danger", 12000);
}

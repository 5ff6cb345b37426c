// Cards between columns: with the mouse or a finger, and with the keyboard. What data-form stands on asks for more first.
// The board says where a move goes (data-move) and what its column is called there (data-value); a card may say to which columns it goes (data-to).
import { openDialog } from "./dialog.js";
import { showReason } from "./notice.js";

const board = document.querySelector("[data-board]");
const script = document.getElementById("board-script");
/** The card on its way: the columns come anew, and it keeps the focus. */
let moving;

/** A column again from its beginning: its order, count and sums. */
function refresh(stage) {
    const column = document.getElementById("column-" + stage);
    if (column) {
        window.htmx.trigger(column, "refresh");
    }
}

/** Only count and sums, so that the cards loaded so far and the place in them stay; all of it when no card is left. */
function refreshHead(stage) {
    const column = document.getElementById("column-" + stage);
    if (!column?.querySelector(".board-card")) {
        refresh(stage);
        return;
    }
    const head = "#head-" + stage;
    window.htmx.ajax("GET", column.getAttribute("hx-get"), { target: head, select: head, swap: "outerHTML" });
}

/** Whether the server took the move, and which form it asks to be filled first; else it has said why not. */
function post(card, stage) {
    return new Promise((resolve) => {
        card.addEventListener(
            "htmx:afterRequest",
            (event) => resolve({ done: event.detail.successful === true && event.detail.xhr.status < 400, form: event.detail.xhr?.getResponseHeader("X-Dialog") }),
            { once: true },
        );
        window.htmx.ajax("POST", addressed(board.dataset.move, card), {
            source: card,
            target: card,
            values: { [board.dataset.value]: stage },
            swap: "none",
        });
    });
}

function addressed(address, card) {
    return address.replace("{id}", card.dataset.id);
}

/** Whether a card goes to a column at all. */
function goesTo(card, list) {
    return !card.dataset.to || card.dataset.to.split(" ").includes(list.dataset.stage);
}

/** Where a card goes; a column with a form asks for more first, and the card stays where it was until that is settled. */
async function moveTo(card, list, from) {
    if (list.dataset.form) {
        await openDialog(addressed(list.dataset.form, card));
        return;
    }
    moving = { id: card.dataset.id, stage: list.dataset.stage };
    const moved = await post(card, list.dataset.stage);
    if (!moved.done || moved.form) {
        moving = { id: card.dataset.id, stage: from }; // a settled part may have ended the way there
        if (list.contains(card)) {
            document.querySelector(`#column-${from} [data-cards]`)?.prepend(card);
        }
        refresh(from);
        if (moved.form) {
            await openDialog(moved.form);
        }
        return;
    }
    card.remove();
    if (board.dataset.wanders) {
        lists().forEach((one) => refresh(one.dataset.stage)); // where it came to is for the server to say
    } else {
        refreshHead(from);
        refresh(list.dataset.stage);
    }
    const title = list.closest(".board-column").querySelector(".board-title span").textContent;
    document.querySelector("[data-board-status]").textContent =
        card.querySelector(".board-card-name").textContent + ": " + title;
}

/** Whether a card waits for an approval and stays where it is; it says so. */
function stays(card) {
    if (card.dataset.locked) {
        showReason(board.dataset.lockedText);
    }
    return Boolean(card.dataset.locked);
}

function wireDragging(list) {
    if (list.dataset.dragging) {
        return;
    }
    list.dataset.dragging = "yes";
    window.Sortable.create(list, {
        group: { name: "board", put: (to, from, card) => !card.dataset.locked && goesTo(card, to.el) },
        // a card that is locked can be taken, to say why it goes nowhere
        draggable: '.board-card[data-movable="true"], .board-card[data-locked]',
        ghostClass: "board-ghost",
        sort: false,
        delay: 150,
        delayOnTouchOnly: true,
        animation: 120,
        onStart: (event) => stays(event.item),
        onAdd(event) {
            const card = event.item;
            if (event.to.dataset.form) {
                const others = event.from.querySelectorAll(".board-card");
                event.from.insertBefore(card, others[event.oldDraggableIndex] ?? event.from.querySelector(":scope > button"));
            }
            moveTo(card, event.to, event.from.dataset.stage);
        },
    });
}

function lists() {
    return [...board.querySelectorAll("[data-cards]")];
}

/** Arrow keys walk; [ and ] move a card to the neighbouring column; m shows where it can go; Enter opens it. */
function wireKeys() {
    board.addEventListener("keydown", (event) => {
        const card = event.target.closest(".board-card");
        if (!card || event.target !== card || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const columns = lists();
        const list = card.closest("[data-cards]");
        const at = columns.indexOf(list);
        const cards = [...list.querySelectorAll(".board-card")];
        const index = cards.indexOf(card);
        const step = { ArrowLeft: -1, ArrowRight: 1, "[": -1, "]": 1 }[event.key];
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            cards[index + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
        } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
            event.preventDefault();
            for (let next = at + step; columns[next]; next += step) {
                const there = columns[next].querySelectorAll(".board-card");
                if (there.length > 0) {
                    there[Math.min(index, there.length - 1)].focus();
                    break;
                }
            }
        } else if (["[", "]", "m", "M"].includes(event.key) && stays(card)) {
            event.preventDefault();
        } else if (step && card.dataset.movable === "true") {
            event.preventDefault();
            const ways = step < 0 ? columns.slice(0, at).reverse() : columns.slice(at + 1);
            const next = ways.find((one) => goesTo(card, one));
            if (next) {
                moveTo(card, next, list.dataset.stage);
            }
        } else if (event.key.toLowerCase() === "m" && card.dataset.movable === "true") {
            event.preventDefault();
            card.querySelector(".board-card-move").click();
        } else if (event.key === "Enter") {
            event.preventDefault();
            card.querySelector("a").click();
        }
    });
}

/** The choice of a stage in the dialog does what dragging does. */
function wireDialog() {
    const dialog = document.getElementById("dialog");
    dialog.addEventListener("submit", (event) => {
        const id = event.target.dataset.boardMove;
        const card = id && document.getElementById("card-" + id);
        const list = card && lists().find((one) => one.dataset.stage === event.target.elements[board.dataset.value].value);
        if (list) {
            event.preventDefault();
            dialog.close();
            moveTo(card, list, card.closest("[data-cards]").dataset.stage);
        }
    });
    document.body.addEventListener("board:refresh", (event) => {
        const { id, stage, to } = event.detail;
        document.getElementById("card-" + id)?.remove();
        if (id) {
            refreshHead(stage);
        } else {
            refresh(stage);
        }
        if (to) {
            moving = { id: String(id), stage: String(to) };
            refresh(to);
        }
    });
}

function settled() {
    if (window.Sortable) {
        wireLists();
    }
    const card = moving && document.getElementById("card-" + moving.id);
    if (card && card.closest("[data-cards]").dataset.stage === moving.stage) {
        card.focus();
        moving = undefined;
    }
}

function wireLists() {
    lists().forEach(wireDragging);
}

if (board) {
    wireKeys();
    wireDialog();
    document.querySelectorAll("[data-submit]").forEach((field) => field.addEventListener("change", () => field.form.submit()));
    const library = document.createElement("script");
    library.src = script.dataset.sortable;
    library.onload = wireLists;
    document.head.append(library);
    document.body.addEventListener("htmx:afterSettle", settled);
}

// The form of a quote: rows that are added, moved and taken away, prices that are proposed, and what it all comes to while it is typed.
import { showProblem } from "./notice.js";

const WAIT = 350;

export function wireQuotes(root) {
    root.querySelectorAll("form[data-quote]:not([data-quote=wired])").forEach((form) => {
        form.dataset.quote = "wired";
        wire(form);
    });
}

function wire(form) {
    const list = form.querySelector("[data-quote-lines]");
    const none = form.querySelector("[data-quote-none]");
    const rows = () => [...list.children];
    let timer;
    let asked = 0;

    const add = (kind) => {
        const row = form.querySelector(`template[data-quote-template=${kind}]`).content.firstElementChild.cloneNode(true);
        list.append(row);
        number();
        return row;
    };
    const number = () => {
        rows().forEach((row, at) =>
            row.querySelectorAll("[name]").forEach((field) => (field.name = field.name.replace(/^lines\[[^\]]*]/, `lines[${at}]`))),
        );
        none.hidden = list.children.length > 0;
    };
    const sum = () => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            const mine = ++asked;
            const answer = await post(form, form.dataset.sums);
            // an older answer says nothing about what is typed now
            if (answer?.ok && mine === asked) {
                form.querySelector("[data-quote-sums]").innerHTML = await answer.text();
                showNets();
            }
        }, WAIT);
    };
    const showNets = () => {
        const nets = [...form.querySelectorAll("[data-net]")].map((net) => net.textContent);
        rows().filter(isWritten).forEach((row, at) => {
            const place = row.querySelector("[data-quote-net]");
            if (place) {
                place.textContent = nets[at] ?? "";
            }
        });
    };
    /** Asks for the prices of rows with a product; take: whether a price that somebody typed gives way as well. */
    const price = async (some, take) => {
        const priced = some.filter((row) => product(row).value);
        if (priced.length === 0) {
            return;
        }
        const more = priced.flatMap((row) => [
            ["product", product(row).value],
            ["count", quantity(row).value || "1"],
        ]);
        const answer = await post(form, form.dataset.prices, more);
        if (!answer?.ok) {
            return;
        }
        const proposed = await answer.json();
        const left = [...proposed];
        priced.forEach((row) => {
            const at = left.findIndex((one) => String(one.productId) === product(row).value);
            if (at >= 0) {
                put(row, left.splice(at, 1)[0], take, form.dataset.unpriced);
            }
        });
        sum();
    };

    form.addEventListener("input", (event) => {
        if (event.target.closest("[data-quote-line]") || event.target.id === "discountValue") {
            sum();
        }
    });
    form.addEventListener("change", (event) => {
        const field = event.target;
        const row = field.closest("[data-quote-line]");
        if (field.matches("[data-quantity]")) {
            price([row], false);
        } else if (field.matches("[data-optional]")) {
            row.querySelector("[data-chosen]").hidden = !field.checked;
        } else if (field.matches("[data-quote-add]") && field.value) {
            choose(field);
        } else if (field.id === "currency") {
            price(rows(), true);
        }
        if (["currency", "gross", "discountKind", "customerId", "quotedOn"].includes(field.id)) {
            sum();
        }
    });
    // what it is proposed at before the number changes, so that a price of one's own stays
    form.addEventListener("focusin", (event) => {
        const row = event.target.closest?.("[data-quote-line]");
        if (row && event.target.matches("[data-quantity]") && row.dataset.proposed === undefined) {
            price([row], false);
        }
    });
    form.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        const row = button?.closest("[data-quote-line]");
        if (button?.dataset.quoteRow) {
            add(button.dataset.quoteRow).querySelector("input:not([type=hidden])").focus();
        } else if (button?.matches("[data-quote-remove]")) {
            const next = row.nextElementSibling ?? row.previousElementSibling;
            row.remove();
            number();
            sum();
            (next?.querySelector("[data-quote-remove]") ?? form.querySelector("[data-quote-row]")).focus();
        } else if (button?.dataset.quoteMove) {
            const down = button.dataset.quoteMove === "1";
            const other = down ? row.nextElementSibling : row.previousElementSibling;
            if (other) {
                list.insertBefore(down ? other : row, down ? row : other);
                number();
                sum();
                button.focus();
            }
        } else if (button?.matches("[data-quote-reprice]")) {
            price(rows(), true);
        }
    });
    // rows that were there before the session ended
    form.addEventListener("typed:restore", (event) => {
        const kinds = event.detail.filter(([name]) => /^lines\[\d+]\.kind$/.test(name)).map(([, kind]) => kind);
        list.replaceChildren();
        kinds.forEach(add);
        sum();
    });

    async function choose(field) {
        const row = add("ITEM");
        product(row).value = field.value;
        field.tomselect?.clear(true);
        await price([row], true);
        if (!row.querySelector("[name$='.words']").value) {
            row.remove();
            number();
            showProblem(form.dataset.unpriced);
            return;
        }
        quantity(row).select();
        quantity(row).focus();
    }

    number();
    showNets();
}

const product = (row) => row.querySelector("[data-product]");
const quantity = (row) => row.querySelector("[data-quantity]");

/** As the server looks at rows: one in which nothing stands is not there. */
function isWritten(row) {
    return ["productId", "words", "detail", "price"].some((name) => row.querySelector(`[name$='.${name}']`)?.value.trim());
}

function put(row, line, take, unpriced) {
    const field = (name) => row.querySelector(`[name$='.${name}']`);
    const price = line.price === null || line.price === undefined ? "" : String(line.price);
    const own = row.dataset.proposed !== undefined && row.dataset.proposed !== field("price").value;
    const known = row.dataset.proposed !== undefined;
    row.dataset.proposed = price;
    if (take || (known && !own)) {
        field("price").value = price;
    }
    if (!field("words").value) {
        field("words").value = line.words;
        field("detail").value = line.detail ?? "";
        field("unit").value = line.unit ?? "";
        field("tax").value = line.tax ?? "";
    }
    row.querySelector("[data-source]").textContent = price === "" ? unpriced : (line.source ?? "");
}

function post(form, url, more = []) {
    const body = new FormData(form);
    more.forEach(([name, value]) => body.append(name, value));
    return fetch(url, { method: "POST", headers: { "HX-Request": "true" }, body: new URLSearchParams(body) }).catch(() => null);
}

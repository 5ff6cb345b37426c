package org.triviumcrm.shared.markup;

/** HTML that has gone through the cleaner of this package, which alone makes it; pages show it by {@code clean:html}. */
public final class CleanHtml {

    private final String markup;

    CleanHtml(String markup) {
        this.markup = markup;
    }

    public String markup() {
        return markup;
    }
}

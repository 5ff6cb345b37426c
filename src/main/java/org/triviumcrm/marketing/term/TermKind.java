package org.triviumcrm.marketing.term;

import java.util.Arrays;
import org.triviumcrm.shared.web.NotFound;

/** What a word of marketing sorts. */
public enum TermKind {
    /** How a campaign addresses people, such as an event. */
    METHOD("campaign-methods"),
    /** What money is spent on, such as a venue. */
    COST_CATEGORY("cost-categories");

    private final String words;

    TermKind(String words) {
        this.words = words;
    }

    /** What such words are called in the address of their page, also the key of its place. */
    public String words() {
        return words;
    }

    /** Their page. */
    public String url() {
        return "/administration/marketing-terms/" + words;
    }

    /** @throws NotFound when no kind is called so */
    static TermKind of(String words) {
        return Arrays.stream(values())
                .filter(kind -> kind.words.equals(words))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}

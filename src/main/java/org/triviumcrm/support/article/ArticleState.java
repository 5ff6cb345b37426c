package org.triviumcrm.support.article;

import java.util.List;
import java.util.Locale;

/** How far the words of an article are in a language. */
public enum ArticleState {
    DRAFT,
    PUBLISHED,
    /** Not shown any more, and kept. */
    RETIRED;

    /** What may follow, the likely one first. */
    public List<ArticleState> next() {
        return switch (this) {
            case DRAFT -> List.of(PUBLISHED, RETIRED);
            case PUBLISHED -> List.of(DRAFT, RETIRED);
            case RETIRED -> List.of(DRAFT);
        };
    }

    public String badge() {
        return name().toLowerCase(Locale.ROOT);
    }
}

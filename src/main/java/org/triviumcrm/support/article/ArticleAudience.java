package org.triviumcrm.support.article;

import java.util.Locale;

/** Whom an article is for. */
public enum ArticleAudience {
    /** Colleagues. */
    INTERNAL,
    /** Everybody who comes to the public site. */
    PUBLIC;

    public String badge() {
        return name().toLowerCase(Locale.ROOT);
    }
}

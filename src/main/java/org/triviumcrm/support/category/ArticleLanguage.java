package org.triviumcrm.support.category;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What articles can be written in. */
public enum ArticleLanguage {
    EN("en", Locale.ENGLISH),
    ZH("zh", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    ArticleLanguage(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** As addresses name it. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<ArticleLanguage> of(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** The one closest to somebody's language. */
    public static ArticleLanguage of(Locale locale) {
        return of(locale.getLanguage()).orElse(EN);
    }

    /** What a text seems to be written in. */
    public static ArticleLanguage guess(String text) {
        long chinese = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        return chinese * 10 > text.length() ? ZH : EN;
    }
}

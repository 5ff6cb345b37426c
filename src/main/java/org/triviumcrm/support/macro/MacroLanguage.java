package org.triviumcrm.support.macro;

import java.util.Locale;

/** Languages in which replies are prepared. */
public enum MacroLanguage {
    EN(Locale.ENGLISH),
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    MacroLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    static MacroLanguage of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }

    /** That of what a customer has written: one Chinese character is enough, for English words stand in Chinese texts as well. */
    static MacroLanguage of(String words) {
        return words.codePoints().anyMatch(Character::isIdeographic) ? ZH : EN;
    }
}

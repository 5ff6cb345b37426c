package org.triviumcrm.support.widget;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language a widget speaks. */
public enum WidgetLanguage {
    /** That of the page which carries it. */
    PAGE,
    EN,
    ZH;

    /** @param page as the page says, such as {@code zh-CN}; null when it says nothing */
    public WidgetLanguage on(@Nullable String page) {
        if (this != PAGE) {
            return this;
        }
        return page != null && page.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
    }

    public Locale locale() {
        return this == ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}

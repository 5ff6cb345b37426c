package org.triviumcrm.support.portal;

import java.util.List;
import java.util.Locale;
import org.triviumcrm.shared.web.Option;

/** The languages that the portal speaks. */
final class PortalLanguages {

    private PortalLanguages() {}

    /** Each in its own words. */
    static List<Option> options() {
        return List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE).stream()
                .map(locale -> new Option(locale.toLanguageTag(), locale.getDisplayLanguage(locale)))
                .toList();
    }

    /** The one that is spoken to somebody who uses this one. */
    static String of(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }
}

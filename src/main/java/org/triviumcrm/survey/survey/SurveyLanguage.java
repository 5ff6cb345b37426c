package org.triviumcrm.survey.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What surveys can be written in. */
public enum SurveyLanguage {
    EN("en", Locale.ENGLISH),
    ZH("zh", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    SurveyLanguage(String tag, Locale locale) {
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

    public static Optional<SurveyLanguage> of(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** The words in this language; where there are none, those in the other. Null when there are none at all. */
    public @Nullable String pick(@Nullable String english, @Nullable String chinese) {
        String own = this == ZH ? chinese : english;
        return own != null ? own : this == ZH ? english : chinese;
    }

    /** The same with a line for each of several things. */
    public List<String> lines(@Nullable String english, @Nullable String chinese) {
        String words = pick(english, chinese);
        return words == null ? List.of() : words.lines().toList();
    }
}

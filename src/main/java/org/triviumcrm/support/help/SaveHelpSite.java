package org.triviumcrm.support.help;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.category.ArticleLanguage;

/** The public site as an administrator sets it up. */
public record SaveHelpSite(
        boolean active,

        @Size(max = 100, message = "{form.tooLong}") @Nullable
        String nameEn,

        @Size(max = 100, message = "{form.tooLong}") @Nullable
        String nameZh) {

    /** In a language, else in the other; null when it has none. */
    public @Nullable String name(ArticleLanguage language) {
        boolean chinese = language == ArticleLanguage.ZH;
        String own = chinese ? nameZh : nameEn;
        return own != null ? own : chinese ? nameEn : nameZh;
    }
}

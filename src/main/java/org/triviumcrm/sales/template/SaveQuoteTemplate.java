package org.triviumcrm.sales.template;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a template says beside its lines, as typed.
 *
 * @param validDays how long quotes of it are valid
 * @param version null for a new one
 */
record SaveQuoteTemplate(
        @NotBlank(message = "{sales.template.error.name}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{sales.quote.error.language}")
        @Pattern(regexp = "en|zh-CN", message = "{sales.quote.error.language}")
        String language,

        @Nullable
        @NotNull(message = "{sales.template.error.validDays}")
        @Min(value = 1, message = "{sales.template.error.validDays}")
        @Max(value = SaveQuoteTemplate.MOST_DAYS, message = "{sales.template.error.validDays}")
        Integer validDays,

        @Nullable @Size(max = 10_000, message = "{form.tooLong}")
        String introduction,

        @Nullable @Size(max = 20_000, message = "{form.tooLong}")
        String terms,

        boolean active,
        @Nullable Integer version) {

    /** That quotes begun with it are valid. */
    static final int MOST_DAYS = 1000;

    static SaveQuoteTemplate empty(String language) {
        return new SaveQuoteTemplate("", language, 30, null, null, true, null);
    }

    static SaveQuoteTemplate of(QuoteTemplate template) {
        return new SaveQuoteTemplate(
                template.getName(),
                template.getLanguage(),
                template.getValidDays(),
                template.getIntroduction(),
                template.getTerms(),
                template.isActive(),
                template.getVersion());
    }
}

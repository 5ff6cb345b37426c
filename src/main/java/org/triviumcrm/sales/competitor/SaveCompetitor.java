package org.triviumcrm.sales.competitor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A competitor as typed; {@code version} is null for a new one.
 *
 * @param products what they sell and for how much, one a line
 * @param answers what to say against them
 */
record SaveCompetitor(
        @NotBlank(message = "{sales.competitor.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @Nullable
        @Size(max = 300, message = "{form.tooLong}")
        @Pattern(regexp = "(?i)\\s*|\\s*https?://\\S+\\s*", message = "{sales.competitor.error.website}")
        String website,

        @Nullable @Size(max = TEXT, message = "{form.tooLong}")
        String description,

        @Nullable @Size(max = TEXT, message = "{form.tooLong}")
        String products,

        @Nullable @Size(max = TEXT, message = "{form.tooLong}")
        String strengths,

        @Nullable @Size(max = TEXT, message = "{form.tooLong}")
        String weaknesses,

        @Nullable @Size(max = TEXT, message = "{form.tooLong}")
        String answers,

        boolean active,
        @Nullable Integer version) {

    private static final int TEXT = 5000;

    static final SaveCompetitor BLANK = new SaveCompetitor("", null, null, null, null, null, null, true, null);

    static SaveCompetitor of(Competitor competitor) {
        return new SaveCompetitor(
                competitor.getName(),
                competitor.getWebsite(),
                competitor.getDescription(),
                competitor.getProducts(),
                competitor.getStrengths(),
                competitor.getWeaknesses(),
                competitor.getAnswers(),
                competitor.isActive(),
                competitor.getVersion());
    }
}

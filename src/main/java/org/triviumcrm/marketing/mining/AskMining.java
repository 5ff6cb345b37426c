package org.triviumcrm.marketing.mining;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A question to learn.
 *
 * @param name what it is found by; without one it is named after what is asked
 * @param thing what it is about, where it is about something
 * @param audienceId learn from this target list only; null for all customers
 * @param segmentId learn from those of this segment only; null for all customers
 */
public record AskMining(
        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String name,

        @NotBlank(message = "{marketing.mining.error.question}")
        String question,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String thing,

        @Nullable Long audienceId,
        @Nullable Long segmentId) {}

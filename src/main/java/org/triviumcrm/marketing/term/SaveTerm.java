package org.triviumcrm.marketing.term;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A word as typed; {@code version} is null for a new one. */
record SaveTerm(
        @NotBlank(message = "{marketing.term.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        boolean active,
        @Nullable Integer version) {

    static SaveTerm of(Term term) {
        return new SaveTerm(term.getName(), term.isActive(), term.getVersion());
    }
}

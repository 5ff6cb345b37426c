package org.triviumcrm.shared.list;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Gives a view another name, and shares it or no longer. */
public record RenameView(
        @NotBlank(message = "{shared.list.view.name.missing}")
        @Size(max = 100, message = "{shared.list.view.name.long}")
        @Nullable
        String name,

        @Nullable Boolean shared) {

    /** A box that is not ticked is not sent. */
    boolean forEveryone() {
        return Boolean.TRUE.equals(shared);
    }
}

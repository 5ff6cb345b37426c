package org.triviumcrm.shared.list;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a list as it stands under a name.
 *
 * @param query the part of the list's address to keep
 */
public record SaveView(
        @NotBlank(message = "{shared.list.view.name.missing}")
        @Size(max = 100, message = "{shared.list.view.name.long}")
        @Nullable
        String name,

        @Nullable Boolean shared,
        @Nullable String query) {

    /** A box that is not ticked is not sent. */
    boolean forEveryone() {
        return Boolean.TRUE.equals(shared);
    }
}

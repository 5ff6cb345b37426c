package org.triviumcrm.support.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agent says, as typed.
 *
 * @param note whether it is said among ourselves; null for no
 * @param client what the page calls it, so that the same one sent twice is one; null when the page knows no scripts
 */
record SayInChat(
        @NotBlank(message = "{support.chat.error.text}") @Size(max = 4000, message = "{form.tooLong}")
        String text,

        @Nullable Boolean note,

        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,40}", message = "{support.chat.error.text}")
        String client) {

    /** Whether the visitor does not get it. */
    public boolean isWhispered() {
        return Boolean.TRUE.equals(note);
    }
}

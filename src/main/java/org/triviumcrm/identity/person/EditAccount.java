package org.triviumcrm.identity.person;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.settings.KnownTimeZone;

/** What everybody may change about oneself. */
record EditAccount(
        @NotBlank(message = "{identity.error.missing}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @Nullable @Email(message = "{identity.error.email}") @Size(max = 320, message = "{form.tooLong}")
        String email,

        @Pattern(regexp = "en|zh-CN", message = "{identity.error.language}")
        String language,

        @KnownTimeZone String timeZone,

        @Pattern(regexp = "auto|light|dark", message = "{identity.error.theme}")
        String theme) {

    static EditAccount of(Person person) {
        return new EditAccount(
                person.getName(),
                person.getEmail(),
                person.getLocale().toLanguageTag(),
                person.getTimeZone(),
                person.getTheme());
    }
}

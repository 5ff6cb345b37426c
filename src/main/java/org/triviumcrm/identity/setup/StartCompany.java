package org.triviumcrm.identity.setup;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.settings.KnownCurrency;
import org.triviumcrm.identity.settings.KnownTimeZone;

/**
 * What the first run asks for.
 *
 * @param demoPassword for the demo people, whom many may sign in as: never the administrator's
 */
public record StartCompany(
        @NotBlank(message = "{identity.error.missing}") @Size(max = 200, message = "{form.tooLong}")
        String company,

        @KnownCurrency String currency,

        @Pattern(regexp = "en|zh-CN", message = "{identity.error.language}")
        String language,

        @KnownTimeZone String timeZone,

        @NotBlank(message = "{identity.error.missing}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @NotBlank(message = "{identity.error.missing}")
        @Pattern(regexp = "[^\\s@]{1,100}", message = "{identity.error.signInName}")
        String signInName,

        @Nullable @Email(message = "{identity.error.email}") @Size(max = 320, message = "{form.tooLong}")
        String email,

        @NotBlank(message = "{identity.error.missing}") String password,
        @Nullable Boolean demo,

        @Nullable @Size(max = 128, message = "{form.tooLong}")
        String demoPassword) {

    boolean withDemo() {
        return Boolean.TRUE.equals(demo);
    }
}

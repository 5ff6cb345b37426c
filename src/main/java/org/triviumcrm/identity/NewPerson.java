package org.triviumcrm.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person that another module brings along, from an import for instance. Without a password: an administrator sets a
 * temporary one before the first sign-in.
 *
 * @param signInName made from the name when null
 * @param roleKey key of a built-in role such as {@code sales_representative}
 */
public record NewPerson(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String signInName,
        @Nullable @Email @Size(max = 320) String email,
        @Nullable Long teamId,
        @NotBlank String roleKey,
        @Nullable Locale locale) {}

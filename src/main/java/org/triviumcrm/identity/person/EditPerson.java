package org.triviumcrm.identity.person;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as an administrator fills in the form; also for a new one, who may get a temporary password at once.
 *
 * @param version of the person when the form was opened; null for a new one
 */
record EditPerson(
        @NotBlank(message = "{identity.error.missing}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @NotBlank(message = "{identity.error.missing}")
        @Pattern(regexp = "[^\\s@]{1,100}", message = "{identity.error.signInName}")
        String signInName,

        @Nullable @Email(message = "{identity.error.email}") @Size(max = 320, message = "{form.tooLong}")
        String email,

        @Nullable Long teamId,
        @Nullable List<Long> roleIds,

        @Pattern(regexp = "en|zh-CN", message = "{identity.error.language}")
        String language,

        @Nullable String password,
        @Nullable Integer version) {

    static EditPerson of(Person person) {
        return new EditPerson(
                person.getName(),
                person.getSignInName(),
                person.getEmail(),
                person.getTeamId(),
                List.copyOf(person.getRoleIds()),
                person.getLocale().toLanguageTag(),
                null,
                person.getVersion());
    }

    List<Long> roles() {
        return roleIds == null ? List.of() : roleIds;
    }
}

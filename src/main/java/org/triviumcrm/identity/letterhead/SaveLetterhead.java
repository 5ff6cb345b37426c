package org.triviumcrm.identity.letterhead;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Letterhead;

/** What stands on papers, as typed. */
record SaveLetterhead(
        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 1000, message = "{form.tooLong}")
        String address,

        @Nullable @Size(max = 50, message = "{form.tooLong}")
        String phone,

        @Nullable @Email(message = "{identity.letterhead.error.email}") @Size(max = 320, message = "{form.tooLong}")
        String email,

        @Nullable @Size(max = 300, message = "{form.tooLong}")
        String website,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String taxNumber,

        @Nullable @Size(max = 1000, message = "{form.tooLong}")
        String bank,

        @Nullable @Size(max = 1000, message = "{form.tooLong}")
        String footer) {

    static SaveLetterhead of(Letterhead head) {
        return new SaveLetterhead(
                head.name(),
                head.address(),
                head.phone(),
                head.email(),
                head.website(),
                head.taxNumber(),
                head.bank(),
                head.footer());
    }
}

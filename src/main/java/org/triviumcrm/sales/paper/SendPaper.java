package org.triviumcrm.sales.paper;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An e-mail with a quote, as typed. */
record SendPaper(
        @NotBlank(message = "{sales.letter.error.address}")
        @Email(message = "{sales.letter.error.address}")
        @Size(max = 320, message = "{form.tooLong}")
        String address,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String receiver,

        @NotBlank(message = "{sales.letter.error.subject}") @Size(max = 300, message = "{form.tooLong}")
        String subject,

        @NotBlank(message = "{sales.letter.error.text}") @Size(max = 10_000, message = "{form.tooLong}")
        String text) {}

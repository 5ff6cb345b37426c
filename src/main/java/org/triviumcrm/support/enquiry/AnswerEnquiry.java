package org.triviumcrm.support.enquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a customer adds to a ticket. */
record AnswerEnquiry(
        @NotBlank(message = "{support.enquiry.error.text}") @Size(max = 20000, message = "{form.tooLong}")
        String text) {}

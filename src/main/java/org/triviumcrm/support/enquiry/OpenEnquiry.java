package org.triviumcrm.support.enquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A ticket as a customer opens it. @param typeId what it is about, of those that customers may choose */
record OpenEnquiry(
        @Nullable Long typeId,

        @NotBlank(message = "{support.enquiry.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @NotBlank(message = "{support.enquiry.error.text}") @Size(max = 20000, message = "{form.tooLong}")
        String text) {}

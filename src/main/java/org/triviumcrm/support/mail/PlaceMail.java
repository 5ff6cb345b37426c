package org.triviumcrm.support.mail;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A mail belongs to a ticket. @param number of the ticket, as people say it */
record PlaceMail(
        @NotNull(message = "{support.tray.error.number}")
        @Min(value = 1, message = "{support.tray.error.number}")
        @Nullable
        Long number) {}

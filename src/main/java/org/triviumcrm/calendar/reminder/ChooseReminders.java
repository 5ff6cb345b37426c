package org.triviumcrm.calendar.reminder;

import jakarta.validation.constraints.NotNull;

/** What somebody wants for whatever is planned for them. */
public record ChooseReminders(
        @NotNull(message = "{calendar.error.remind}") Remind meetings,
        @NotNull(message = "{calendar.error.remind}") Remind tasks) {}

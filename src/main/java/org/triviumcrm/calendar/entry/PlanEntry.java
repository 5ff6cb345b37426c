package org.triviumcrm.calendar.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.triviumcrm.calendar.reminder.Remind;
import org.triviumcrm.calendar.reminder.ReminderService;
import org.triviumcrm.calendar.view.EntryKind;

/**
 * A meeting, call or task as typed; its times are in the viewer's time zone.
 *
 * @param customerId what it is about, when no record was given
 * @param end without it, as long as such things usually are
 * @param wholeDay the times of day do not count
 * @param remind null for what the person usually wants
 */
public record PlanEntry(
        @NotNull(message = "{customer.activity.error.kind}") EntryKind kind,

        @NotBlank(message = "{customer.activity.error.subject}") @Size(max = 300, message = "{form.tooLong}")
        String subject,

        @Nullable Long customerId,

        @NotNull(message = "{calendar.error.start}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime start,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime end,

        @Nullable Boolean wholeDay,

        @Nullable @Size(max = 300, message = "{form.tooLong}")
        String place,

        @Nullable List<Long> people,
        @Nullable List<Long> contacts,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String body,

        @Nullable Remind remind,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime remindAt,

        @Nullable Integer version) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** @param now in the viewer's time zone */
    static PlanEntry blank(
            @Nullable EntryKind kind, @Nullable LocalDate on, @Nullable LocalTime at, LocalDateTime now) {
        LocalDateTime next = now.withMinute(0).withSecond(0).withNano(0).plusHours(1);
        LocalDate day = on == null ? next.toLocalDate() : on;
        LocalTime morning = day.equals(next.toLocalDate()) ? next.toLocalTime() : MORNING;
        return new PlanEntry(
                kind == null ? EntryKind.MEETING : kind,
                "",
                null,
                day.atTime(at == null ? morning : at),
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    PlanEntry reminding(ReminderService.Choice choice) {
        return new PlanEntry(
                kind,
                subject,
                customerId,
                start,
                end,
                wholeDay,
                place,
                people,
                contacts,
                body,
                choice.remind(),
                choice.at(),
                version);
    }

    /** Null for what the person usually wants. */
    ReminderService.@Nullable Choice reminder() {
        return remind == null ? null : new ReminderService.Choice(remind, remindAt);
    }

    boolean isWhole() {
        return Boolean.TRUE.equals(wholeDay);
    }

    List<Long> colleagues() {
        return people == null ? List.of() : people;
    }

    List<Long> guests() {
        return contacts == null ? List.of() : contacts;
    }
}

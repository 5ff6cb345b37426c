package org.triviumcrm.calendar.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.SubjectPlaces;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** When everybody wants to be reminded, and what they do about it then. */
@Service
@Transactional
public class ReminderService {

    private static final int SHOWN = 5;

    /** Longer ones are over, or forgotten. */
    private static final Duration SHOWN_FOR = Duration.ofHours(12);

    private static final int MEETING_MINUTES = 15;

    private final ReminderRepository reminders;
    private final Appointments appointments;
    private final SubjectPlaces places;
    private final Clock clock;

    ReminderService(ReminderRepository reminders, Appointments appointments, SubjectPlaces places, Clock clock) {
        this.reminders = reminders;
        this.appointments = appointments;
        this.places = places;
        this.clock = clock;
    }

    /** @param at for {@link Remind#CHOSEN}, in the person's time zone */
    public record Choice(Remind remind, @Nullable LocalDateTime at) {}

    /** Of what was told lately and not put away, what the viewer still sees. */
    @SignedIn
    @Transactional(readOnly = true)
    List<DueReminder> told(Viewer viewer) {
        List<DueReminder> told =
                reminders.told(viewer.personId(), clock.instant().minus(SHOWN_FOR), SHOWN);
        var seen = places.of(
                viewer, told.stream().map(DueReminder::about).distinct().toList());
        return told.stream().filter(one -> seen.containsKey(one.about())).toList();
    }

    /** Once more, later. */
    @SignedIn
    void later(Viewer viewer, long entryId, Later when) {
        appointments.find(viewer, entryId);
        reminders.later(entryId, viewer.personId(), when.from(clock.instant(), viewer.zone()));
    }

    /** A task is done with it, if it is one's own and still there to be done; of a meeting or call it was only a reminder. */
    @SignedIn
    void done(Viewer viewer, long entryId) {
        Appointments.Appointment entry = appointments.find(viewer, entryId);
        if (reminders.putAway(entryId, viewer.personId())) {
            if (entry.plan().isTask() && entry.ownerId() == viewer.personId()) {
                appointments.finish(viewer, entryId, null, null);
            }
        }
    }

    /** What the viewer has chosen for an entry. */
    @SignedIn
    @Transactional(readOnly = true)
    public Choice choice(Viewer viewer, long entryId) {
        return reminders
                .find(entryId, viewer.personId())
                .map(standing -> standing.chosenAt() == null
                        ? new Choice(Remind.of(standing.minutes()), null)
                        : new Choice(Remind.CHOSEN, LocalDateTime.ofInstant(standing.chosenAt(), viewer.zone())))
                .orElse(new Choice(Remind.NONE, null));
    }

    /** For an entry that the viewer sees. */
    @SignedIn
    public void choose(Viewer viewer, long entryId, Choice choice) {
        appointments.find(viewer, entryId);
        LocalDateTime at = choice.at();
        if (choice.remind() == Remind.NONE) {
            reminders.drop(entryId, viewer.personId());
        } else if (choice.remind() != Remind.CHOSEN) {
            reminders.set(entryId, viewer.personId(), choice.remind().minutes(), null);
        } else if (at != null) {
            Instant when = at.atZone(viewer.zone()).toInstant();
            reminders.set(entryId, viewer.personId(), null, when);
        }
    }

    /** What the viewer gets unless something else is said. */
    @SignedIn
    @Transactional(readOnly = true)
    public ChooseReminders defaults(Viewer viewer) {
        return reminders
                .defaults(viewer.personId())
                .map(chosen -> new ChooseReminders(Remind.of(chosen.meetingMinutes()), Remind.of(chosen.taskMinutes())))
                .orElse(new ChooseReminders(Remind.of(MEETING_MINUTES), Remind.NONE));
    }

    @SignedIn
    public void chooseDefaults(Viewer viewer, ChooseReminders input) {
        reminders.choose(
                viewer.personId(), input.meetings().minutes(), input.tasks().minutes());
    }
}

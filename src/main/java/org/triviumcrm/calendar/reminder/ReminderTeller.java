package org.triviumcrm.calendar.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.messaging.LiveTopics;
import org.triviumcrm.messaging.Notices;

/** Reminds people of what they have to do, each once, and nobody of what they no longer see. */
@Component
class ReminderTeller {

    /** On which open pages show the reminders anew. */
    static final String TOPIC = "reminders";

    static final int MANY = 100;

    /** The application may have been down: what is over since longer is not told. */
    private static final Duration TOO_LATE = Duration.ofDays(1);

    private final ReminderRepository reminders;
    private final Map<String, ActivitySubject> subjects;
    private final Viewers viewers;
    private final Notices notices;
    private final LiveTopics topics;
    private final Clock clock;

    ReminderTeller(
            ReminderRepository reminders,
            List<ActivitySubject> subjects,
            Viewers viewers,
            Notices notices,
            LiveTopics topics,
            Clock clock) {
        this.reminders = reminders;
        this.subjects = subjects.stream().collect(Collectors.toMap(ActivitySubject::type, Function.identity()));
        this.viewers = viewers;
        this.notices = notices;
        this.topics = topics;
        this.clock = clock;
    }

    /** Some of those whose time has come. @return whether there may be more */
    @Transactional
    public boolean tell() {
        Instant now = clock.instant();
        List<DueReminder> due = reminders.take(now, MANY);
        Set<Long> told = new LinkedHashSet<>();
        for (DueReminder reminder : due) {
            if (reminders.concerns(reminder, now.minus(TOO_LATE)) && isSeen(reminder)) {
                notices.tell(
                        List.of(reminder.personId()),
                        "calendar.reminder.notice",
                        List.of(reminder.subject(), reminder.when()),
                        "/calendar/entries/" + reminder.activityId());
                told.add(reminder.personId());
            } else {
                reminders.drop(reminder.activityId(), reminder.personId());
            }
        }
        topics.changed(TOPIC, told);
        return due.size() == MANY;
    }

    /** As the person's rights are now; whoever has left sees nothing. */
    private boolean isSeen(DueReminder reminder) {
        ActivitySubject kind = subjects.get(reminder.aboutType());
        return kind != null
                && viewers.find(reminder.personId())
                        .flatMap(viewer -> kind.find(viewer, reminder.aboutId()))
                        .isPresent();
    }
}

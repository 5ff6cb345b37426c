package org.triviumcrm.calendar.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.calendar.reminder.Remind;
import org.triviumcrm.calendar.reminder.ReminderService;
import org.triviumcrm.calendar.view.EntryKind;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.Appointments.Appointment;
import org.triviumcrm.customer.Appointments.Plan;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Plans entries of the calendar, and says what has become of them. */
@Service
@Transactional
public class EntryService {

    private final Appointments appointments;
    private final Map<String, ActivitySubject> subjects;
    private final People people;
    private final EntryNameRepository names;
    private final ReminderService reminders;

    EntryService(
            Appointments appointments,
            List<ActivitySubject> subjects,
            People people,
            EntryNameRepository names,
            ReminderService reminders) {
        this.appointments = appointments;
        this.subjects = subjects.stream().collect(Collectors.toMap(ActivitySubject::type, Function.identity()));
        this.people = people;
        this.names = names;
        this.reminders = reminders;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public EntryPage page(Viewer viewer, long id) {
        Appointment entry = appointments.find(viewer, id);
        ActivitySubject.Subject subject = subject(viewer, entry.about());
        List<Option> contacts = names.contacts(viewer, entry.plan().contacts());
        List<Long> everybody = new ArrayList<>(entry.plan().people());
        everybody.add(entry.ownerId());
        Map<Long, String> who = people.names(everybody);
        return new EntryPage(
                entry,
                subject.title(),
                subject.url(),
                who.getOrDefault(entry.ownerId(), ""),
                options(who, entry.plan().people()),
                contacts,
                entry.plan().contacts().size() - contacts.size(),
                entry.ownerId() == viewer.personId() && viewer.can("customer.activity.log"));
    }

    /** One's own, to change it. */
    @CanPlan
    @Transactional(readOnly = true)
    EntryPage own(Viewer viewer, long id) {
        EntryPage page = page(viewer, id);
        if (!page.isOwn()) {
            throw new NotFound();
        }
        return page;
    }

    /** What a record is called, for the form of something about it. */
    @CanPlan
    @Transactional(readOnly = true)
    String title(Viewer viewer, String about) {
        return subject(viewer, about).title();
    }

    /** Those who are chosen in a form, with their names. */
    @CanPlan
    @Transactional(readOnly = true)
    Chosen chosen(Viewer viewer, PlanEntry typed) {
        Long customer = typed.customerId();
        return new Chosen(
                options(people.names(typed.colleagues()), typed.colleagues()),
                names.contacts(viewer, typed.guests()),
                customer == null
                        ? null
                        : names.customers(viewer, List.of(customer)).stream()
                                .map(Option::text)
                                .findFirst()
                                .orElse(null));
    }

    /** @param customer the name of the chosen one */
    record Chosen(
            List<Option> people,
            List<Option> contacts,
            @Nullable String customer) {}

    /** @throws EntryRefusal when it can't be so */
    @CanPlan
    public long plan(Viewer viewer, @Nullable String about, PlanEntry typed) {
        Long customer = typed.customerId();
        if (about == null && customer == null) {
            throw new EntryRefusal("customerId", "calendar.error.about");
        }
        Plan plan = EntryTimes.plan(typed, typed.kind(), viewer.zone());
        try {
            long id = appointments.plan(viewer, about == null ? "customer:" + customer : about, plan);
            remind(viewer, id, typed);
            return id;
        } catch (Appointments.NotSeenBy e) {
            throw notSeen(e);
        }
    }

    /** @throws EntryRefusal when it can't be so */
    @CanPlan
    public void change(Viewer viewer, long id, PlanEntry typed) {
        Plan before = appointments.find(viewer, id).plan();
        Plan plan = EntryTimes.plan(typed, EntryKind.valueOf(before.kind()), viewer.zone());
        try {
            appointments.change(viewer, id, typed.version() == null ? -1 : typed.version(), plan);
            remind(viewer, id, typed);
        } catch (Appointments.NotSeenBy e) {
            throw notSeen(e);
        }
    }

    @CanPlan
    public void move(Viewer viewer, long id, MoveEntry to) {
        Plan plan = appointments.find(viewer, id).plan();
        appointments.move(
                viewer,
                id,
                EntryTimes.moved(plan, to.on(), to.at(), viewer.zone()),
                plan.firstDay() == null ? null : to.on());
    }

    @CanPlan
    public void finish(Viewer viewer, long id, FinishEntry how) {
        appointments.finish(viewer, id, how.minutes(), how.outcome());
    }

    @CanPlan
    public void cancel(Viewer viewer, long id) {
        appointments.cancel(viewer, id);
    }

    @CanPlan
    public void reopen(Viewer viewer, long id) {
        appointments.reopen(viewer, id);
    }

    private void remind(Viewer viewer, long id, PlanEntry typed) {
        ReminderService.Choice choice = typed.reminder();
        if (choice != null) {
            if (choice.remind() == Remind.CHOSEN && choice.at() == null) {
                throw new EntryRefusal("remindAt", "calendar.error.remindAt");
            }
            reminders.choose(viewer, id, choice);
        }
    }

    private static EntryRefusal notSeen(Appointments.NotSeenBy who) {
        return new EntryRefusal("people", "calendar.error.notSeenBy", who.getMessage());
    }

    private static List<Option> options(Map<Long, String> names, List<Long> ids) {
        return ids.stream()
                .filter(names::containsKey)
                .map(id -> new Option(id, String.valueOf(names.get(id))))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    private ActivitySubject.Subject subject(Viewer viewer, String about) {
        String[] record = about.split(":", 2);
        ActivitySubject kind = subjects.get(record[0]);
        if (kind == null || record.length < 2 || !record[1].matches("\\d{1,18}")) {
            throw new NotFound();
        }
        return kind.find(viewer, Long.parseLong(record[1])).orElseThrow(NotFound::new);
    }
}

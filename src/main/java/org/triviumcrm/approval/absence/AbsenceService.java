package org.triviumcrm.approval.absence;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.staff.CompanyStaff;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.shared.web.NotFound;

/** Everybody says when they are away; who says how approvals go says it for others as well. */
@Service
@Transactional
class AbsenceService {

    static final String FOR_OTHERS = "approval.flow.manage";

    private final AbsenceRepository absences;
    private final CompanyStaff staff;
    private final GivingAway tasks;
    private final People people;
    private final Notices notices;

    AbsenceService(AbsenceRepository absences, CompanyStaff staff, GivingAway tasks, People people, Notices notices) {
        this.absences = absences;
        this.staff = staff;
        this.tasks = tasks;
        this.people = people;
        this.notices = notices;
    }

    /** Who is away and who will be, everybody: whoever waits for an answer wants to know. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<AbsenceRow> coming(Viewer viewer) {
        return absences.comingFrom(staff.today());
    }

    /** The day it is for the company. */
    @SignedIn
    public LocalDate today(Viewer viewer) {
        return staff.today();
    }

    /** What somebody who was chosen is called; colleagues know each other by name. */
    @SignedIn
    @Transactional(readOnly = true)
    public @Nullable String name(Viewer viewer, @Nullable Long personId) {
        return personId == null
                ? null
                : people.find(personId).map(PersonRef::name).orElse(null);
    }

    /**
     * The days are those of the company.
     *
     * @throws AbsenceRefused when it contradicts another absence or leads to nobody
     * @throws AccessDeniedException for somebody else's without the permission
     */
    @SignedIn
    public void enter(Viewer viewer, EnterAbsence input) {
        long person = input.personId() == null ? viewer.personId() : input.personId();
        if (person != viewer.personId() && !viewer.can(FOR_OTHERS)) {
            throw new AccessDeniedException("may not say when others are away");
        }
        if (people.find(person).filter(PersonRef::active).isEmpty()) {
            throw new AbsenceRefused("personId", "approval.absence.error.left");
        }
        long deputy = Objects.requireNonNull(input.deputyId());
        requireSound(person, deputy, input.from(), input.until(), 0);
        absences.insert(person, deputy, input);
        if (!input.from().isAfter(staff.today())) {
            tasks.of(person);
        }
        tell(viewer, person, deputy, input.from(), input.until());
    }

    /** One that is not over yet, to be changed. @throws NotFound for somebody else's without the permission */
    @SignedIn
    @Transactional(readOnly = true)
    public Absence own(Viewer viewer, long id) {
        return absences.find(id)
                .filter(found -> found.personId() == viewer.personId() || viewer.can(FOR_OTHERS))
                .filter(found -> !found.untilDay().isBefore(staff.today()))
                .orElseThrow(NotFound::new);
    }

    /**
     * Other days, another deputy. What the former deputy was given stays there.
     *
     * @throws AbsenceRefused as {@link #enter}, when it has begun and is to begin on another day, or when somebody has changed it
     * @throws NotFound for somebody else's without the permission, and for one that is over
     */
    @SignedIn
    public void change(Viewer viewer, long id, ChangeAbsence input) {
        absences.lock();
        Absence absence = own(viewer, id);
        LocalDate today = staff.today();
        if (!absence.fromDay().isAfter(today) && !input.from().equals(absence.fromDay())) {
            throw new AbsenceRefused("from", "approval.absence.error.begun");
        }
        long deputy = Objects.requireNonNull(input.deputyId());
        requireSound(absence.personId(), deputy, input.from(), input.until(), id);
        if (!absences.change(id, input.version(), input)) {
            throw new AbsenceRefused(null, "approval.absence.error.overtaken");
        }
        if (!input.from().isAfter(today)) {
            tasks.of(absence.personId());
        }
        boolean same = deputy == absence.deputyId()
                && input.from().equals(absence.fromDay())
                && input.until().equals(absence.untilDay());
        if (!same) {
            tell(viewer, absence.personId(), deputy, input.from(), input.until());
        }
    }

    /** @param id of the absence itself, which contradicts nothing; 0 for a new one */
    private void requireSound(long person, long deputy, LocalDate from, LocalDate until, long id) {
        if (deputy == person) {
            throw new AbsenceRefused("deputyId", "approval.absence.error.self");
        }
        if (people.find(deputy).filter(PersonRef::active).isEmpty()) {
            throw new AbsenceRefused("deputyId", "approval.absence.error.left");
        }
        if (until.isBefore(from) || until.isBefore(staff.today())) {
            throw new AbsenceRefused("until", "approval.absence.error.order");
        }
        absences.lock();
        List<Absence> others = absences.within(from, until).stream()
                .filter(other -> other.id() != id)
                .toList();
        if (others.stream().anyMatch(other -> other.personId() == person)) {
            throw new AbsenceRefused("from", "approval.absence.error.twice");
        }
        if (leadsBack(person, deputy, from, until, others, new HashSet<>())) {
            throw new AbsenceRefused("deputyId", "approval.absence.error.circle");
        }
    }

    private void tell(Viewer viewer, long person, long deputy, LocalDate from, LocalDate until) {
        if (deputy != viewer.personId()) {
            String name = people.find(person).map(PersonRef::name).orElse("");
            notices.tell(List.of(deputy), "approval.notice.deputy", List.of(name, from, until), "/approvals/absences");
        }
    }

    /** Back: what has begun ends the day before, what has not begun is forgotten. What the deputy was given stays there. */
    @SignedIn
    public void end(Viewer viewer, long id) {
        Absence absence = own(viewer, id);
        LocalDate today = staff.today();
        if (absence.fromDay().isBefore(today)) {
            absences.end(id, today.minusDays(1));
        } else {
            absences.delete(id);
        }
    }

    /** Whether on one of the days the deputies, each away as well, come back to the person. */
    private static boolean leadsBack(
            long person, long deputy, LocalDate from, LocalDate until, List<Absence> others, Set<Long> passed) {
        if (deputy == person) {
            return true;
        }
        if (!passed.add(deputy)) {
            return false;
        }
        boolean back = others.stream()
                .filter(other -> other.personId() == deputy && other.overlaps(from, until))
                .anyMatch(other -> leadsBack(
                        person,
                        other.deputyId(),
                        later(from, other.fromDay()),
                        earlier(until, other.untilDay()),
                        others,
                        passed));
        passed.remove(deputy);
        return back;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

package org.triviumcrm.support.calendar;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The calendars of business hours. */
@Service
public class BusinessCalendarService {

    private final BusinessCalendarRepository calendars;
    private final QueueHoursRepository queues;
    private final ObjectProvider<CalendarUse> uses;
    private final Clock clock;

    BusinessCalendarService(
            BusinessCalendarRepository calendars,
            QueueHoursRepository queues,
            ObjectProvider<CalendarUse> uses,
            Clock clock) {
        this.calendars = calendars;
        this.queues = queues;
        this.uses = uses;
        this.clock = clock;
    }

    /** The usual one first. */
    @CanManageHours
    @Transactional(readOnly = true)
    public List<BusinessCalendar> all(Viewer viewer) {
        return calendars.findByOrderByUsualDescNameAscIdAsc();
    }

    @CanManageHours
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer) {
        return all(viewer).stream()
                .map(calendar -> new Option(calendar.getId(), calendar.getName()))
                .toList();
    }

    @CanManageHours
    @Transactional(readOnly = true)
    BusinessCalendar find(Viewer viewer, long id) {
        return calendars.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageHours
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return calendars
                .findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** The first one is the usual one. @param form without anything wrong in it */
    @CanManageHours
    @Transactional
    long create(Viewer viewer, CalendarForm form) {
        boolean first = calendars.findByUsualTrue().isEmpty();
        return calendars
                .save(new BusinessCalendar(form, first, clock.instant()))
                .getId();
    }

    /** @throws org.springframework.orm.ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageHours
    @Transactional
    void update(Viewer viewer, long id, CalendarForm form) {
        BusinessCalendar calendar = find(viewer, id);
        EditConflict.refuseStale(BusinessCalendar.class, id, form.getVersion(), calendar.getVersion());
        calendar.change(form, clock.instant());
        calendars.flush();
        uses.forEach(CalendarUse::changed);
    }

    /** From now on what has no calendar of its own goes by this one. */
    @CanManageHours
    @Transactional
    void makeUsual(Viewer viewer, long id) {
        BusinessCalendar chosen = find(viewer, id);
        Optional<BusinessCalendar> before = calendars.findByUsualTrue();
        if (before.isPresent() && before.get().getId() == id) {
            return;
        }
        before.ifPresent(other -> other.setUsual(false));
        calendars.flush();
        chosen.setUsual(true);
        calendars.flush();
        uses.forEach(CalendarUse::changed);
    }

    /** @return false when it is needed: the usual one, and what policies and queues name */
    @CanManageHours
    @Transactional
    boolean remove(Viewer viewer, long id) {
        BusinessCalendar calendar = find(viewer, id);
        if (calendar.isUsual() || queues.isUsed(id) || uses.stream().anyMatch(use -> use.isUsed(id))) {
            return false;
        }
        calendars.delete(calendar);
        return true;
    }

    /** All queues, and which of them go by the calendar. */
    @CanManageHours
    @Transactional(readOnly = true)
    List<QueueHoursRepository.QueueHours> queues(Viewer viewer, long id) {
        return queues.of(id);
    }

    @CanManageHours
    @Transactional
    void setQueues(Viewer viewer, long id, List<Long> queueIds) {
        find(viewer, id);
        queues.set(id, queueIds);
        uses.forEach(CalendarUse::changed);
    }
}

package org.triviumcrm.customer.segment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.SegmentUse;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Segments: read, make, change, delete, count. */
@Service
public class SegmentService {

    private static final int LATEST = 10;
    private static final Duration LATELY = Duration.ofDays(30);

    private final SegmentRepository segments;
    private final SegmentMemberRepository members;
    private final SegmentConditions conditions;
    private final SegmentCountRepository counter;
    private final VisibleCustomers visible;
    private final List<SegmentUse> uses;
    private final Clock clock;

    SegmentService(
            SegmentRepository segments,
            SegmentMemberRepository members,
            SegmentConditions conditions,
            SegmentCountRepository counter,
            VisibleCustomers visible,
            List<SegmentUse> uses,
            Clock clock) {
        this.segments = segments;
        this.members = members;
        this.conditions = conditions;
        this.counter = counter;
        this.visible = visible;
        this.uses = uses;
        this.clock = clock;
    }

    @CanViewSegments
    @Transactional(readOnly = true)
    SegmentPage page(Viewer viewer, long id, Locale locale) {
        Segment segment = load(id);
        return new SegmentPage(
                id,
                segment.getName(),
                segment.getNote(),
                conditions.sentence(viewer, conditions.read(segment.getConditions()), locale),
                members.state(id, clock.instant().minus(LATELY)).orElse(SegmentState.NEW),
                viewer.can("customer.customer.view") ? members.latest(viewer, id, LATEST) : List.of());
    }

    /**
     * The segments that a customer belongs to.
     *
     * @throws NotFound when the viewer does not see the customer
     */
    @CanViewSegments
    @Transactional(readOnly = true)
    List<SegmentMemberRepository.SegmentName> of(Viewer viewer, long customerId) {
        if (!visible.sees(viewer, customerId)) {
            throw new NotFound();
        }
        return members.of(customerId);
    }

    @CanEditSegments
    @Transactional(readOnly = true)
    SegmentForm find(Viewer viewer, long id, Map<String, ConditionField> fields) {
        Segment segment = load(id);
        return SegmentForm.of(segment, conditions.read(segment.getConditions()), fields);
    }

    /** What the viewer may ask for, as the form offers it. */
    @CanEditSegments
    @Transactional(readOnly = true)
    SegmentEditor editor(Viewer viewer, long id, Locale locale) {
        return new SegmentEditor(id, conditions.fields(viewer, locale), conditions::person, conditions.currency());
    }

    /** How many of those whom the viewer sees fit what was put together; only of conditions without anything wrong in them. */
    @CanEditSegments
    @Transactional(readOnly = true)
    SegmentCount count(Viewer viewer, ConditionGroup asked) {
        return counter.count(conditions.matching(asked), conditions.matchingFew(asked), viewer.scope("customer"));
    }

    /** What was put together, as people say it. */
    @CanEditSegments
    @Transactional(readOnly = true)
    String sentence(Viewer viewer, ConditionGroup asked, Locale locale) {
        return conditions.sentence(viewer, asked, locale);
    }

    @CanEditSegments
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return segments.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** @param form without anything wrong in it */
    @CanEditSegments
    @Transactional
    long create(Viewer viewer, SegmentForm form, Map<String, ConditionField> fields) {
        form.keepConditions(conditions.write(form.getWhen().read(fields)));
        Long by = viewer.isJob() ? null : viewer.personId();
        Segment segment = segments.saveAndFlush(new Segment(form, by, clock.instant()));
        members.due(segment.getId());
        return segment.getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanEditSegments
    @Transactional
    void update(Viewer viewer, long id, SegmentForm form, Map<String, ConditionField> fields) {
        form.keepConditions(conditions.write(form.getWhen().read(fields)));
        Segment segment = load(id);
        EditConflict.refuseStale(Segment.class, id, form.getVersion(), segment.getVersion());
        segment.change(form, clock.instant());
        members.due(id);
    }

    /**
     * Who belonged to it is forgotten; lists that were made from it stay.
     *
     * @throws SegmentInUse when something relies on it
     */
    @CanEditSegments
    @Transactional
    void delete(Viewer viewer, long id) {
        Segment segment = load(id);
        List<String> needed =
                uses.stream().flatMap(use -> use.of(id).stream()).sorted().toList();
        if (!needed.isEmpty()) {
            throw new SegmentInUse(needed);
        }
        segments.delete(segment);
    }

    /** Has it looked at anew within the minute. */
    @CanEditSegments
    @Transactional
    void refresh(Viewer viewer, long id) {
        members.due(load(id).getId());
    }

    private Segment load(long id) {
        return segments.findById(id).orElseThrow(NotFound::new);
    }
}

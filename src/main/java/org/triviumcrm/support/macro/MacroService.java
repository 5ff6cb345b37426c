package org.triviumcrm.support.macro;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.type.TypeService;

/** The macros that agents prepare for themselves, and managers for all. */
@Service
public class MacroService {

    static final String MANAGE = "support.macro.manage";

    /** A page of them; more are found by what is typed. */
    static final int MOST = 200;

    private final MacroRepository macros;
    private final MacroReadRepository readings;
    private final QueueService queues;
    private final TypeService types;
    private final Clock clock;

    MacroService(
            MacroRepository macros, MacroReadRepository readings, QueueService queues, TypeService types, Clock clock) {
        this.macros = macros;
        this.readings = readings;
        this.queues = queues;
        this.types = types;
        this.clock = clock;
    }

    /** Those that the viewer has, alone or with others. */
    @CanUseMacros
    @Transactional(readOnly = true)
    List<MacroRow> all(Viewer viewer, @Nullable String typed, MacroLanguage language) {
        return readings.all(viewer.personId(), typed, language, MOST);
    }

    /**
     * One that the viewer may change.
     *
     * @throws NotFound when there is none of this id for the viewer
     */
    @CanUseMacros
    @Transactional(readOnly = true)
    public Macro find(Viewer viewer, long id) {
        return macros.findById(id).filter(macro -> mayChange(viewer, macro)).orElseThrow(NotFound::new);
    }

    private static boolean mayChange(Viewer viewer, Macro macro) {
        Long person = macro.getPersonId();
        return person == null ? viewer.can(MANAGE) : person == viewer.personId();
    }

    @CanUseMacros
    @Transactional(readOnly = true)
    SaveMacro proposed(Viewer viewer) {
        return SaveMacro.proposed(Math.min(1000, macros.lastPosition(viewer.personId()) + 1));
    }

    @CanUseMacros
    @Transactional(readOnly = true)
    public boolean isNameTaken(Viewer viewer, SaveMacro input, long exceptId) {
        Long person = input.audience() == MacroAudience.MINE ? Long.valueOf(viewer.personId()) : null;
        return readings.isNameTaken(person, input.name().strip(), exceptId);
    }

    @CanUseMacros
    @Transactional
    long create(Viewer viewer, SaveMacro input) {
        require(viewer, input, null);
        return macros.saveAndFlush(new Macro(input, viewer.personId(), clock.instant()))
                .getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanUseMacros
    @Transactional
    void update(Viewer viewer, long id, SaveMacro input) {
        Macro macro = find(viewer, id);
        EditConflict.refuseStale(Macro.class, id, input.version(), macro.getVersion());
        require(viewer, input, macro);
        macro.change(input, viewer.personId(), clock.instant());
    }

    @CanUseMacros
    @Transactional
    void delete(Viewer viewer, long id) {
        macros.delete(find(viewer, id));
    }

    /** Only what may be chosen; what it names already may stay. */
    private void require(Viewer viewer, SaveMacro input, @Nullable Macro before) {
        if (input.audience() != MacroAudience.MINE && !viewer.can(MANAGE)) {
            throw new NotFound();
        }
        Long forQueue = input.audience() == MacroAudience.QUEUE ? Objects.requireNonNull(input.queueId()) : null;
        requireQueue(viewer, forQueue, before == null ? null : before.getQueueId());
        requireQueue(viewer, input.newQueueId(), before == null ? null : before.getNewQueueId());
        Long type = input.typeId();
        if (type != null && (before == null || !type.equals(before.getTypeId())) && !types.isChoice(viewer, type)) {
            throw new NotFound();
        }
    }

    private void requireQueue(Viewer viewer, @Nullable Long queue, @Nullable Long before) {
        if (queue != null && !queue.equals(before)) {
            queues.choice(viewer, queue);
        }
    }
}

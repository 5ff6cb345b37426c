package org.triviumcrm.sales.lostreason;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** The list of reasons to choose from when an opportunity is lost. */
@Service
public class LostReasonService {

    private final LostReasonRepository reasons;
    private final Clock clock;

    LostReasonService(LostReasonRepository reasons, Clock clock) {
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Those that can be chosen. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<LostReason> choices(Viewer viewer) {
        return reasons.findByOrderByPositionAscIdAsc().stream()
                .filter(LostReason::isActive)
                .toList();
    }

    /**
     * One that can be chosen.
     *
     * @throws NotFound when there is none of this id
     */
    @SignedIn
    @Transactional(readOnly = true)
    public LostReason choice(Viewer viewer, long id) {
        return reasons.findById(id).filter(LostReason::isActive).orElseThrow(NotFound::new);
    }

    /** Whether what was lost for this reason, one of now or of the past, has to name a competitor. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean needsCompetitor(Viewer viewer, long id) {
        return reasons.findById(id).filter(LostReason::isNeedsCompetitor).isPresent();
    }

    @CanManageLostReasons
    @Transactional(readOnly = true)
    List<LostReason> all(Viewer viewer) {
        return reasons.findByOrderByPositionAscIdAsc();
    }

    @CanManageLostReasons
    @Transactional(readOnly = true)
    LostReason find(Viewer viewer, long id) {
        return reasons.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageLostReasons
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return reasons.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** @param needsCompetitor whether who loses for this reason has to say to whom */
    @CanManageLostReasons
    @Transactional
    public void create(Viewer viewer, String name, boolean needsCompetitor) {
        reasons.save(new LostReason(name, needsCompetitor, (int) reasons.count() + 1, clock));
    }

    @CanManageLostReasons
    @Transactional
    void update(Viewer viewer, long id, SaveLostReason input) {
        LostReason reason = find(viewer, id);
        EditConflict.refuseStale(LostReason.class, id, input.version(), reason.getVersion());
        reason.change(input.name(), input.needsCompetitor(), input.active(), clock);
    }
}

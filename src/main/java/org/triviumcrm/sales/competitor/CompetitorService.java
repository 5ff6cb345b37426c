package org.triviumcrm.sales.competitor;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** The list of competitors to choose from when an opportunity is lost. */
@Service
public class CompetitorService {

    private final CompetitorRepository competitors;
    private final Clock clock;

    CompetitorService(CompetitorRepository competitors, Clock clock) {
        this.competitors = competitors;
        this.clock = clock;
    }

    /** Those that can be chosen. @param present one that is chosen already and may stay so */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Competitor> choices(Viewer viewer, @Nullable Long present) {
        return competitors.findByOrderByNameAsc().stream()
                .filter(one -> one.isActive() || present != null && present == one.getId())
                .toList();
    }

    /**
     * One that can be chosen.
     *
     * @throws NotFound when there is none of this id
     */
    @SignedIn
    @Transactional(readOnly = true)
    public Competitor choice(Viewer viewer, long id) {
        return competitors.findById(id).filter(Competitor::isActive).orElseThrow(NotFound::new);
    }

    @CanManageCompetitors
    @Transactional(readOnly = true)
    List<Competitor> all(Viewer viewer) {
        return competitors.findByOrderByNameAsc();
    }

    @CanManageCompetitors
    @Transactional(readOnly = true)
    Competitor find(Viewer viewer, long id) {
        return competitors.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageCompetitors
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return competitors
                .findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    @CanManageCompetitors
    @Transactional
    void create(Viewer viewer, SaveCompetitor input) {
        competitors.save(new Competitor(input, clock));
    }

    @CanManageCompetitors
    @Transactional
    void update(Viewer viewer, long id, SaveCompetitor input) {
        Competitor competitor = find(viewer, id);
        EditConflict.refuseStale(Competitor.class, id, input.version(), competitor.getVersion());
        competitor.change(input, clock);
    }
}

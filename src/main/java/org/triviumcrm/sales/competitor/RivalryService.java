package org.triviumcrm.sales.competitor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** How it goes against competitors, as far as a viewer sees the opportunities. */
@Service
@Transactional(readOnly = true)
class RivalryService {

    private static final int MONTHS_BEFORE = 11;

    private final RivalryRepository rivals;
    private final CompetitorRepository competitors;
    private final Clock clock;

    RivalryService(RivalryRepository rivals, CompetitorRepository competitors, Clock clock) {
        this.rivals = rivals;
        this.competitors = competitors;
        this.clock = clock;
    }

    /** Those met most often first, each with its record. */
    @CanViewCompetitors
    public List<Rivalry.Record> all(Viewer viewer) {
        return rivals.records(viewer.scope("opportunity"), since(viewer), null);
    }

    /** @throws NotFound when there is none of this id */
    @CanViewCompetitors
    public Competitor find(Viewer viewer, long id) {
        return competitors.findById(id).orElseThrow(NotFound::new);
    }

    /** @throws NotFound when there is none of this id */
    @CanViewCompetitors
    public Rivalry of(Viewer viewer, long id) {
        Scope scope = viewer.scope("opportunity");
        LocalDate since = since(viewer);
        return new Rivalry(
                rivals.records(scope, since, id).stream().findFirst().orElseThrow(NotFound::new),
                rivals.months(scope, since, id),
                rivals.open(scope, id),
                rivals.losses(scope, id),
                rivals.lost(scope, since, id));
    }

    /** The present month and the eleven before it. */
    private LocalDate since(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone())
                .withDayOfMonth(1)
                .minusMonths(MONTHS_BEFORE);
    }
}

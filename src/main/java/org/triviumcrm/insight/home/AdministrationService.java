package org.triviumcrm.insight.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.home.AdministrationRepository.Done;

/** What whoever looks after the installation should see first; each part for those who may do something about it. */
@Service
@Transactional(readOnly = true)
class AdministrationService {

    private static final String PEOPLE = "identity.person.manage";
    private static final String TEAMS = "identity.team.manage";
    private static final String PIPELINES = "sales.pipeline.manage";
    private static final String PRODUCTS = "sales.product.manage";
    private static final String IMPORTS = "exchange.import.run";

    /** What nobody has cared for in this time will not be cared for. */
    private static final Duration IMPORTS_WAIT = Duration.ofDays(14);

    private final AdministrationRepository administration;
    private final Clock clock;

    AdministrationService(AdministrationRepository administration, Clock clock) {
        this.administration = administration;
        this.clock = clock;
    }

    @SignedIn
    SetUp setUp(Viewer viewer) {
        if (!viewer.canAny(PEOPLE, TEAMS, PIPELINES, PRODUCTS, IMPORTS)) {
            return new SetUp(List.of());
        }
        Done done = administration.done();
        List<SetUp.Step> steps = new ArrayList<>();
        step(steps, viewer, TEAMS, "teams", "sitemap", "/administration/teams", done.teams());
        step(steps, viewer, PEOPLE, "people", "users", "/administration/people", done.people());
        step(steps, viewer, PIPELINES, "pipeline", "git-branch", "/administration/pipelines", done.pipeline());
        step(steps, viewer, PRODUCTS, "products", "package", "/sales/products", done.products());
        step(steps, viewer, IMPORTS, "records", "file-import", "/imports", done.records());
        return new SetUp(steps);
    }

    @SignedIn
    Waiting waiting(Viewer viewer) {
        Instant now = clock.instant();
        boolean people = viewer.can(PEOPLE);
        return new Waiting(
                viewer.can(IMPORTS)
                        ? administration.imports(
                                viewer.can(Viewer.EVERYTHING) ? null : viewer.personId(), now.minus(IMPORTS_WAIT))
                        : List.of(),
                people ? administration.closedAccounts(now) : List.of(),
                people ? administration.neverSignedIn() : 0);
    }

    private static void step(
            List<SetUp.Step> steps, Viewer viewer, String right, String key, String icon, String href, boolean done) {
        if (viewer.can(right)) {
            steps.add(new SetUp.Step(key, icon, href, done));
        }
    }
}

package org.triviumcrm.marketing.plan;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Annual plans: read, make, change, divide, copy, delete. They are seen as campaigns are: by owner and team. */
@Service
public class PlanService {

    private static final int CHOICES = 100;
    private static final String CAMPAIGN = "campaign";

    private final AnnualPlanRepository plans;
    private final PlanReadRepository pages;
    private final TermService terms;
    private final People people;
    private final Clock clock;

    PlanService(AnnualPlanRepository plans, PlanReadRepository pages, TermService terms, People people, Clock clock) {
        this.plans = plans;
        this.pages = pages;
        this.terms = terms;
        this.people = people;
        this.clock = clock;
    }

    @CanViewPlans
    @Transactional(readOnly = true)
    public PlanPage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** How its money is divided. */
    @CanViewPlans
    @Transactional(readOnly = true)
    public List<PlanLineRow> lines(Viewer viewer, long id) {
        return pages.lines(page(viewer, id).id());
    }

    /** What a method is called. @throws NotFound when there is none */
    @CanViewPlans
    @Transactional(readOnly = true)
    public String method(Viewer viewer, long methodId) {
        return pages.method(methodId).orElseThrow(NotFound::new);
    }

    /** What a form offers: regions that are in use. */
    @CanViewPlans
    @Transactional(readOnly = true)
    public List<String> regions(Viewer viewer) {
        return pages.regions();
    }

    /** What a campaign can hang under: the latest that the viewer sees, and the one it hangs under already. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable Long chosen) {
        return pages.choices(viewer, chosen, CHOICES);
    }

    /** Whether a campaign may be hung under it. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean isChoice(Viewer viewer, long id) {
        return viewer.can("marketing.plan.view") && pages.find(viewer, id).isPresent();
    }

    /** @throws NotFound when the viewer may not put its owner in charge */
    @CanEditPlans
    @Transactional
    public long create(Viewer viewer, SavePlan input) {
        PersonRef owner = owner(viewer, input.ownerId(), null);
        return plans.save(new AnnualPlan(input, owner, viewer.personId(), clock.instant()))
                .getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanEditPlans
    @Transactional
    public void update(Viewer viewer, long id, SavePlan input) {
        AnnualPlan plan = load(viewer, id);
        EditConflict.refuseStale(AnnualPlan.class, id, input.version(), plan.getVersion());
        plan.change(input, owner(viewer, input.ownerId(), plan), clock.instant());
    }

    /**
     * Divides its money.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws PlanRefusal at the line that can't be as it is
     */
    @CanEditPlans
    @Transactional
    public void divide(Viewer viewer, long id, SavePlanLines input) {
        AnnualPlan plan = load(viewer, id);
        EditConflict.refuseStale(AnnualPlan.class, id, input.getVersion(), plan.getVersion());
        requireWhole(viewer, id, input);
        plan.divide(input.toLines(), clock.instant());
    }

    /** Each line has a quarter and an amount, and a method that can be chosen or has been chosen before. */
    private void requireWhole(Viewer viewer, long id, SavePlanLines input) {
        List<PlanLineRow> before = pages.lines(id);
        for (int at = 0; at < input.getLines().size(); at++) {
            SavePlanLine line = input.getLines().get(at);
            if (line.isBlank()) {
                continue;
            }
            if (line.getQuarter() == null) {
                throw new PlanRefusal("lines[" + at + "].quarter", "marketing.plan.error.quarter");
            }
            if (line.getAmount() == null) {
                throw new PlanRefusal("lines[" + at + "].amount", "marketing.budget.error.amount");
            }
            Long method = line.getMethodId();
            if (method != null
                    && before.stream().noneMatch(row -> method.equals(row.methodId()))
                    && !terms.isChoice(viewer, TermKind.METHOD, method)) {
                throw new PlanRefusal("lines[" + at + "].methodId", "marketing.campaign.error.method");
            }
        }
    }

    /** Makes the same for the next year, the viewer in charge of it; campaigns stay where they are. */
    @CanEditPlans
    @Transactional
    public long copy(Viewer viewer, long id) {
        AnnualPlan plan = load(viewer, id);
        if (plan.getYear() >= SavePlan.LAST_YEAR) {
            throw new PlanRefusal(null, "marketing.plan.error.year");
        }
        PersonRef owner = people.find(viewer.personId()).orElseThrow(NotFound::new);
        return plans.save(plan.next(owner, viewer.personId(), clock.instant())).getId();
    }

    /** @throws DataIntegrityViolationException while campaigns hang under it */
    @CanEditPlans
    @Transactional
    public void delete(Viewer viewer, long id) {
        plans.delete(load(viewer, id));
        plans.flush();
    }

    private AnnualPlan load(Viewer viewer, long id) {
        AnnualPlan plan = plans.findForChange(id).orElseThrow(NotFound::new);
        if (!viewer.scope(CAMPAIGN).includes(plan.getOwnerId(), plan.getTeamId())) {
            throw new NotFound();
        }
        return plan;
    }

    private PersonRef owner(Viewer viewer, long wanted, @Nullable AnnualPlan before) {
        boolean stays = before != null && before.getOwnerId() == wanted;
        if (!stays && wanted != viewer.personId() && !people.mayChoose(viewer, CAMPAIGN, wanted)) {
            throw new NotFound();
        }
        return people.find(wanted).orElseThrow(NotFound::new);
    }
}

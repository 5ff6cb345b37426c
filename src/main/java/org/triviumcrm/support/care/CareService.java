package org.triviumcrm.support.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.customer.CustomerTexts;
import org.triviumcrm.customer.OwnerTeams;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Plans of care: what is done for whom, how often, and at what cost. */
@Service
public class CareService {

    static final int PAGE = 50;
    private static final int SHOWN = 6;

    private final CarePlanRepository plans;
    private final CareReadRepository reads;
    private final DutyRepository duties;
    private final VisibleCustomers customers;
    private final CareExits exits;
    private final CareFacts facts;
    private final OwnerTeams teams;
    private final CustomerTexts texts;
    private final Companies companies;
    private final Clock clock;

    CareService(
            CarePlanRepository plans,
            CareReadRepository reads,
            DutyRepository duties,
            VisibleCustomers customers,
            CareExits exits,
            CareFacts facts,
            OwnerTeams teams,
            CustomerTexts texts,
            Companies companies,
            Clock clock) {
        this.plans = plans;
        this.reads = reads;
        this.duties = duties;
        this.customers = customers;
        this.exits = exits;
        this.facts = facts;
        this.teams = teams;
        this.texts = texts;
        this.companies = companies;
        this.clock = clock;
    }

    /** The latest first. */
    @CanViewCare
    @Transactional(readOnly = true)
    List<CarePlan> all(Viewer viewer) {
        return plans.findByOrderByStartsOnDescIdDesc();
    }

    @CanViewCare
    @Transactional(readOnly = true)
    CarePlan find(Viewer viewer, long id) {
        CarePlan plan = plans.findById(id).orElseThrow(NotFound::new);
        plan.getLines();
        return plan;
    }

    /** What a plan comes to if everything is done for the customers of now. */
    @CanViewCare
    @Transactional(readOnly = true)
    CareEstimate estimate(Viewer viewer, CarePlan plan) {
        return CareEstimate.of(plan, reads.customers(plan));
    }

    /** Done against planned by person, of what is due within some days. */
    @CanViewCare
    @Transactional(readOnly = true)
    List<CareCount> byPerson(Viewer viewer, long id, LocalDate from, LocalDate until) {
        return duties.byPerson(id, from, until, today(), zone());
    }

    /** A page of what is to be done, and one more. */
    @CanViewCare
    @Transactional(readOnly = true)
    List<DutyRow> duties(Viewer viewer, DutyFilter filter) {
        return duties.duties(viewer, filter, today(), PAGE + 1);
    }

    /**
     * What was last done for a customer and what is to come.
     *
     * @throws NotFound when the viewer does not see the customer
     */
    @CanViewCared
    @Transactional(readOnly = true)
    public List<DutyRow> ofCustomer(Viewer viewer, long customerId) {
        customers.require(viewer, customerId);
        return duties.ofCustomer(customerId, SHOWN);
    }

    /** How customers are classed by hand. */
    @CanManageCare
    @Transactional(readOnly = true)
    List<String> levels(Viewer viewer) {
        return texts.different("level");
    }

    @CanManageCare
    @Transactional
    long create(Viewer viewer, SaveCarePlan input) {
        return plans.save(new CarePlan(input, team(input), clock.instant())).getId();
    }

    /**
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws CareRefusal when it is no draft any more
     */
    @CanManageCare
    @Transactional
    void update(Viewer viewer, long id, SaveCarePlan input) {
        CarePlan plan = hold(id);
        CarePassage passage = exits.edit(plan);
        EditConflict.refuseStale(CarePlan.class, id, input.getVersion(), plan.getVersion());
        plan.change(passage, input, team(input), clock.instant());
    }

    @CanManageCare
    @Transactional
    void remove(Viewer viewer, long id) {
        CarePlan plan = hold(id);
        exits.edit(plan);
        plans.delete(plan);
    }

    /**
     * Tasks come from it from now on.
     *
     * @throws org.triviumcrm.approval.ApprovalNeeded when somebody has to approve it
     */
    @CanManageCare
    @Transactional
    public void start(Viewer viewer, long id) {
        CarePlan plan = hold(id);
        plan.activate(exits.start(plan, facts.of(plan)), today(), clock.instant());
    }

    /** No more tasks come from it; those that are there stay. */
    @CanManageCare
    @Transactional
    void end(Viewer viewer, long id) {
        CarePlan plan = hold(id);
        plan.end(exits.end(plan), clock.instant());
    }

    /** What stands in the way of starting it. @param customers whom it is for now */
    @CanManageCare
    @Transactional(readOnly = true)
    Optional<Foretold> foretell(Viewer viewer, CarePlan plan, long customers) {
        return plan.getState() == CareState.DRAFT
                ? exits.foretell(viewer, facts.of(plan, customers), plan.getId())
                : Optional.empty();
    }

    private CarePlan hold(long id) {
        return plans.hold(id).orElseThrow(NotFound::new);
    }

    private @Nullable Long team(SaveCarePlan input) {
        Long owner = input.getOwnerId();
        return owner == null ? null : teams.of(List.of(owner)).get(owner);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return companies.current().map(Company::zone).orElse(ZoneOffset.UTC);
    }
}

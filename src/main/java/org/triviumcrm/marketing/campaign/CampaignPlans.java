package org.triviumcrm.marketing.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignFacts;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.marketing.plan.PlanService;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.web.NotFound;

/** Whether what was typed makes a plan, and what becomes of a campaign by it. */
@Component
class CampaignPlans {

    private final CampaignPageRepository pages;
    private final TermService terms;
    private final PlanService annual;
    private final CompanyAmounts amounts;
    private final People people;
    private final CustomFields fields;
    private final Clock clock;

    CampaignPlans(
            CampaignPageRepository pages,
            TermService terms,
            PlanService annual,
            CompanyAmounts amounts,
            People people,
            CustomFields fields,
            Clock clock) {
        this.fields = fields;
        this.pages = pages;
        this.terms = terms;
        this.annual = annual;
        this.amounts = amounts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What becomes of a campaign by an edit. Amounts that stay are not converted again: another rate is not another plan.
     *
     * @throws IllegalStep at the field when there is no rate
     */
    CampaignFacts revised(Viewer viewer, SaveCampaign input, PersonRef owner, CampaignFacts now) {
        boolean sameCurrency = now.currency().equals(input.currency());
        BigDecimal revenue = sameCurrency && isSame(now.expectedRevenue(), input.expectedRevenue())
                ? now.baseExpectedRevenue()
                : base(viewer, "expectedRevenue", input.expectedRevenue(), input.currency());
        BigDecimal budget = sameCurrency
                ? now.baseBudget()
                : Objects.requireNonNull(base(viewer, "currency", now.budget(), input.currency()));
        return new CampaignFacts(
                now.id(),
                input.name(),
                input.methodId(),
                input.region(),
                input.productIds(),
                input.startOn(),
                input.endOn(),
                input.expectedParticipants(),
                input.expectedOpportunities(),
                input.expectedRevenue(),
                revenue,
                input.currency(),
                now.budget(),
                budget,
                now.lines(),
                now.state(),
                owner.id(),
                owner.teamId(),
                now.approvedAt(),
                now.approvalCaseId(),
                fields.read(viewer, CampaignFields.NOUN, input.custom(), now.custom()),
                now.version());
    }

    /** What becomes of a campaign by another budget; likewise. */
    CampaignFacts spending(Viewer viewer, SaveBudget input, CampaignFacts now) {
        BigDecimal total = input.total();
        BigDecimal base = isSame(now.budget(), total)
                ? now.baseBudget()
                : Objects.requireNonNull(base(viewer, "lines", total, now.currency()));
        return now.spending(total, base, input.asText());
    }

    /** What becomes of a campaign by what was typed. @param input see {@link CampaignAttempts#input} */
    CampaignFacts after(Viewer viewer, Object input, CampaignFacts now) {
        if (input instanceof SaveCampaign edit) {
            return revised(viewer, edit, people.find(edit.ownerId()).orElseThrow(NotFound::new), now);
        }
        return input instanceof SaveBudget budget ? spending(viewer, budget, now) : now;
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** An amount in the company's currency. @throws IllegalStep at the field when there is no rate */
    @Nullable
    BigDecimal base(Viewer viewer, String field, @Nullable BigDecimal amount, String currency) {
        if (amount == null || amount.signum() == 0) {
            return amount;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        return amounts.inCompanyCurrency(viewer, amount, currency, today)
                .orElseThrow(() -> new IllegalStep(field, "marketing.error.noRate"));
    }

    /** @throws IllegalStep at the field that does not fit @throws NotFound when it names what is not there for the viewer */
    void requireFitting(Viewer viewer, SaveCampaign input, @Nullable Campaign before, @Nullable CampaignFacts now) {
        if (input.endOn().isBefore(input.startOn())) {
            throw new IllegalStep("endOn", "marketing.campaign.error.endsBefore");
        }
        boolean sameMethod = now != null && now.methodId() == input.methodId();
        if (!sameMethod && !terms.isChoice(viewer, TermKind.METHOD, input.methodId())) {
            throw new IllegalStep("methodId", "marketing.campaign.error.method");
        }
        if (!pages.productsExist(input.productIds())) {
            throw new NotFound();
        }
        Long parent = input.parentId();
        if (parent != null && (before == null || !parent.equals(before.getParentId()))) {
            pages.find(viewer, parent).orElseThrow(NotFound::new);
            if (now != null && pages.isAbove(now.id(), parent)) {
                throw new IllegalStep("parentId", "marketing.campaign.error.parent");
            }
        }
        Long plan = input.planId();
        boolean stays = before != null && Objects.equals(before.getPlanId(), plan);
        if (plan != null && !stays && !annual.isChoice(viewer, plan)) {
            throw new NotFound();
        }
    }

    /** Who is in charge. @throws NotFound when the viewer may not put that person in charge */
    PersonRef owner(Viewer viewer, long wanted, @Nullable Campaign before) {
        boolean stays = before != null && before.getOwnerId() == wanted;
        if (!stays
                && wanted != viewer.personId()
                && !viewer.isJob()
                && !people.mayChoose(viewer, CampaignList.NOUN, wanted)) {
            throw new NotFound();
        }
        return people.find(wanted).orElseThrow(NotFound::new);
    }
}

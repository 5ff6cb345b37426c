package org.triviumcrm.marketing.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignFacts;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.web.NotFound;

/** Whether what was typed makes a plan, and what becomes of a campaign by it. */
@Component
class CampaignPlans {

    private final CampaignPageRepository pages;
    private final TermService terms;
    private final CompanyAmounts amounts;
    private final People people;
    private final Clock clock;

    CampaignPlans(CampaignPageRepository pages, TermService terms, CompanyAmounts amounts, People people, Clock clock) {
        this.pages = pages;
        this.terms = terms;
        this.amounts = amounts;
        this.people = people;
        this.clock = clock;
    }

    /** What becomes of a campaign by an edit. */
    UnaryOperator<CampaignFacts> revised(Viewer viewer, SaveCampaign input) {
        PersonRef owner = people.find(input.ownerId()).orElseThrow(NotFound::new);
        BigDecimal revenue = base(viewer, "expectedRevenue", input.expectedRevenue(), input.currency());
        return now -> {
            BigDecimal budget = now.currency().equals(input.currency())
                    ? now.baseBudget()
                    : Objects.requireNonNull(base(viewer, "currency", now.budget(), input.currency()));
            return revised(input, revenue, budget, owner).apply(now);
        };
    }

    static UnaryOperator<CampaignFacts> revised(
            SaveCampaign input, @Nullable BigDecimal revenue, BigDecimal budget, PersonRef owner) {
        return now -> new CampaignFacts(
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
                now.version());
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

package org.triviumcrm.marketing.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.plan.PlanService;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.web.Option;

/** What the forms of campaigns offer, and what they begin with. */
@Component
class CampaignForms {

    private static final int USUAL_DAYS = 30;

    private final CampaignService campaigns;
    private final CampaignLifeService life;
    private final CampaignAttempts actions;
    private final TermService terms;
    private final PlanService plans;
    private final ProductCatalogue products;
    private final CompanyAmounts amounts;
    private final People people;
    private final Clock clock;

    CampaignForms(
            CampaignService campaigns,
            CampaignLifeService life,
            CampaignAttempts actions,
            TermService terms,
            PlanService plans,
            ProductCatalogue products,
            CompanyAmounts amounts,
            People people,
            Clock clock) {
        this.campaigns = campaigns;
        this.life = life;
        this.actions = actions;
        this.terms = terms;
        this.plans = plans;
        this.products = products;
        this.amounts = amounts;
        this.people = people;
        this.clock = clock;
    }

    /** A new one of the viewer's, in the company's currency, for thirty days from tomorrow, or from the day said. */
    @SuppressWarnings("NullAway") // a method may be missing in a form, not in what is accepted
    SaveCampaign blank(Viewer viewer, @Nullable Long parentId, @Nullable Long planId, @Nullable LocalDate startOn) {
        LocalDate start = startOn == null
                ? LocalDate.ofInstant(clock.instant(), viewer.zone()).plusDays(1)
                : startOn;
        return new SaveCampaign(
                "",
                null,
                null,
                parentId,
                planId,
                start,
                start.plusDays(USUAL_DAYS - 1),
                null,
                null,
                null,
                null,
                null,
                amounts.currencies(viewer).get(0),
                List.of(),
                viewer.personId(),
                Map.of(),
                0);
    }

    /** What a form offers beside what stands in it. */
    void fill(Viewer viewer, Model model, SaveCampaign said) {
        model.addAttribute("methods", terms.choices(viewer, TermKind.METHOD, said.methodId()));
        model.addAttribute("plans", plans.choices(viewer, said.planId()));
        model.addAttribute("regions", campaigns.regions(viewer));
        model.addAttribute("currencies", amounts.currencies(viewer));
        model.addAttribute("products", named(products.names(said.productIds())));
        Long owner = said.ownerId();
        model.addAttribute(
                "ownerName",
                owner == null ? null : people.find(owner).map(PersonRef::name).orElse(null));
        Long parent = said.parentId();
        model.addAttribute("parentName", parent == null ? null : campaigns.name(viewer, parent));
    }

    private static List<Option> named(Map<Long, String> names) {
        return names.entrySet().stream()
                .map(entry -> new Option(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What was asked for in a case that was returned; else what usually stands in the form. */
    <T> T returned(Viewer viewer, CampaignPage page, Class<T> input, T usual) {
        return life.returned(viewer, page.id())
                .map(actions::input)
                .filter(input::isInstance)
                .map(input::cast)
                .orElse(usual);
    }
}

package org.triviumcrm.marketing.campaign;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.plan.PlanService;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;

/** What the filter of calendar and board offers. */
@Component
public class CampaignFilterForm {

    private final CampaignService campaigns;
    private final TermService terms;
    private final PlanService plans;
    private final People people;

    CampaignFilterForm(CampaignService campaigns, TermService terms, PlanService plans, People people) {
        this.campaigns = campaigns;
        this.terms = terms;
        this.plans = plans;
        this.people = people;
    }

    /** @return the filter, or one that narrows nothing when it can't be read */
    public CampaignFilter fill(Viewer viewer, Model model, @Nullable CampaignFilter filter, BindingResult errors) {
        CampaignFilter narrow = filter == null || errors.hasErrors() ? CampaignFilter.NONE : filter;
        model.addAttribute("narrow", narrow);
        model.addAttribute("methods", terms.choices(viewer, TermKind.METHOD, narrow.method()));
        model.addAttribute("regions", campaigns.regions(viewer));
        model.addAttribute("plans", plans.choices(viewer, narrow.plan()));
        Long owner = narrow.owner();
        model.addAttribute(
                "ownerName",
                owner == null ? null : people.find(owner).map(PersonRef::name).orElse(null));
        return narrow;
    }
}

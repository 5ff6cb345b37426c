package org.triviumcrm.marketing.lead;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Campaigns;

/** What the forms of leads check beyond single fields, and what they show. */
@Component
class LeadForms {

    private final LeadService leads;
    private final People people;
    private final Campaigns campaigns;

    LeadForms(LeadService leads, People people, Campaigns campaigns) {
        this.leads = leads;
        this.campaigns = campaigns;
        this.people = people;
    }

    /**
     * Says what is wrong with the whole.
     *
     * @param id of the lead, 0 for a new one
     * @param at the field to say of it that nothing is there to know the lead by
     */
    void check(Viewer viewer, long id, SaveLead typed, Errors errors, String at) {
        if (!typed.isSomebody()) {
            errors.rejectValue(at, "marketing.lead.error.nobody");
        }
        if (leads.isTaken(viewer, typed.reference(), id)) {
            errors.rejectValue("reference", "marketing.lead.error.reference");
        }
    }

    String show(Viewer viewer, Model model, long id, SaveLead shown) {
        model.addAttribute("id", id);
        model.addAttribute("ownerName", name(shown.ownerId()));
        model.addAttribute("campaignName", campaign(viewer, shown.campaignId()));
        model.addAttribute("twins", leads.twins(viewer, described(id, shown)));
        return "marketing/lead/form";
    }

    private static DescribeLead described(long id, SaveLead shown) {
        return new DescribeLead(shown.fullName(), shown.company(), shown.email(), shown.phone(), id);
    }

    /** What the campaign is called, as far as the viewer may know. */
    private @Nullable String campaign(Viewer viewer, @Nullable Long id) {
        return id == null ? null : campaigns.name(viewer, id);
    }

    private @Nullable String name(@Nullable Long ownerId) {
        return ownerId == null
                ? null
                : people.find(ownerId).map(PersonRef::name).orElse(null);
    }
}

package org.triviumcrm.sales.qualification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.customer.CustomerBook.KnownContact;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.LeadFacts;
import org.triviumcrm.sales.opportunity.OpportunityForms;
import org.triviumcrm.sales.reference.RecordNameRepository;

/** The form in which a lead becomes a customer. */
@Component
class QualificationForms {

    private final OpportunityForms opportunities;
    private final RecordNameRepository names;

    QualificationForms(OpportunityForms opportunities, RecordNameRepository names) {
        this.opportunities = opportunities;
        this.names = names;
    }

    /** Who is known already is chosen, who is not is named; an opportunity is for the viewer to want. */
    void propose(Viewer viewer, Model model, LeadFacts lead, Known known) {
        List<String> currencies = opportunities.currencies(viewer);
        Long contact = known.contact().map(KnownContact::id).orElse(null);
        Long customer = known.customer(lead.company())
                .map(option -> Long.valueOf(option.value().toString()))
                .orElse(null);
        QualifyLead proposed = new QualifyLead(
                customer,
                customer == null && viewer.can("customer.customer.create") ? lead.company() : null,
                contact,
                contact == null && viewer.can("customer.contact.create") ? lead.fullName() : null,
                null,
                opportunities.usualStage(viewer),
                null,
                currencies.get(0),
                null);
        model.addAttribute("qualification", proposed);
        show(viewer, model, lead, known, proposed, currencies);
    }

    /** What somebody has sent, again. */
    void show(Viewer viewer, Model model, LeadFacts lead, Known known, QualifyLead sent) {
        show(viewer, model, lead, known, sent, opportunities.currencies(viewer));
    }

    private void show(
            Viewer viewer, Model model, LeadFacts lead, Known known, QualifyLead shown, List<String> currencies) {
        model.addAttribute("lead", lead);
        model.addAttribute("known", known);
        model.addAttribute("customerName", name(names.customer(viewer, shown.customerId())));
        model.addAttribute("contactName", name(names.contact(viewer, shown.contactId())));
        model.addAttribute("stages", opportunities.openStages(viewer));
        model.addAttribute("currencies", currencies);
    }

    private static String name(@Nullable String found) {
        return found == null ? "" : found;
    }
}

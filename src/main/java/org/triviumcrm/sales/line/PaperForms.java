package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.OpportunityPage;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.sales.price.PriceListService;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.shared.web.Option;

/** What the forms of quotes and contracts offer, and what they begin with. */
@Component
public class PaperForms {

    private final PaperReferenceRepository references;
    private final OpportunityService opportunities;
    private final PriceListService lists;
    private final CurrencyRateService rates;
    private final Companies companies;
    private final People people;

    PaperForms(
            PaperReferenceRepository references,
            OpportunityService opportunities,
            PriceListService lists,
            CurrencyRateService rates,
            Companies companies,
            People people) {
        this.references = references;
        this.opportunities = opportunities;
        this.lists = lists;
        this.rates = rates;
        this.companies = companies;
        this.people = people;
    }

    /** A new one of the viewer's, for an opportunity or a customer or for nobody yet. */
    public void begin(
            SavePaper paper, Viewer viewer, Locale locale, @Nullable Long opportunityId, @Nullable Long customerId) {
        paper.setLanguage(locale.getLanguage().equals("zh") ? "zh-CN" : "en");
        paper.setCurrency(companies.currency());
        paper.setOwnerId(viewer.personId());
        if (customerId != null) {
            paper.setCustomerId(customerId);
        }
        if (opportunityId != null) {
            begin(paper, opportunities.page(viewer, opportunityId));
        }
    }

    /** What an opportunity is about is what is offered at first. */
    private static void begin(SavePaper paper, OpportunityPage opportunity) {
        paper.setOpportunityId(opportunity.id());
        paper.setName(opportunity.name());
        paper.setCurrency(opportunity.currency());
        paper.setContactId(opportunity.contactId());
        Long customer = opportunity.customerId();
        if (customer != null) {
            paper.setCustomerId(customer);
        }
        Long product = opportunity.productId();
        if (product != null) {
            SaveLine line = new SaveLine();
            line.setProductId(product);
            line.setQuantity(BigDecimal.ONE);
            paper.getLines().add(line);
        }
    }

    /** What the form offers beside what stands in it. */
    public void fill(Viewer viewer, Model model, PaperKind kind, long id, SavePaper said) {
        model.addAttribute("currencies", rates.currencies(viewer));
        model.addAttribute(
                "priceLists",
                lists.all(viewer).stream()
                        .filter(list -> list.isActive() || Objects.equals(list.getId(), said.getPriceListId()))
                        .map(list -> new Option(list.getId(), list.getName() + " (" + list.getCurrency() + ")"))
                        .toList());
        model.addAttribute(
                "languages",
                List.of(
                        new Option("en", Locale.ENGLISH.getDisplayLanguage(Locale.ENGLISH)),
                        new Option("zh-CN", Locale.CHINESE.getDisplayLanguage(Locale.CHINESE))));
        model.addAttribute(
                "names",
                references.names(viewer, kind, id, said.getCustomerId(), said.getOpportunityId(), said.getContactId()));
        Long owner = said.getOwnerId();
        model.addAttribute(
                "ownerName",
                owner == null ? null : people.find(owner).map(PersonRef::name).orElse(null));
    }
}

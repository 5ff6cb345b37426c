package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.sales.price.PriceListService;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.shared.web.Option;

/** What the form of a quote offers, and what it begins with. */
@Component
class QuoteForms {

    private static final int USUAL_DAYS = 30;

    private final QuotePageRepository pages;
    private final OpportunityService opportunities;
    private final PriceListService lists;
    private final CurrencyRateService rates;
    private final Companies companies;
    private final People people;
    private final Clock clock;

    QuoteForms(
            QuotePageRepository pages,
            OpportunityService opportunities,
            PriceListService lists,
            CurrencyRateService rates,
            Companies companies,
            People people,
            Clock clock) {
        this.pages = pages;
        this.opportunities = opportunities;
        this.lists = lists;
        this.rates = rates;
        this.companies = companies;
        this.people = people;
        this.clock = clock;
    }

    /** A new one of the viewer's, of today, for an opportunity or a customer or for nobody yet. */
    SaveQuote blank(Viewer viewer, Locale locale, @Nullable Long opportunityId, @Nullable Long customerId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.zone());
        SaveQuote quote = new SaveQuote();
        quote.setLanguage(locale.getLanguage().equals("zh") ? "zh-CN" : "en");
        quote.setCurrency(companies.currency());
        quote.setQuotedOn(today);
        quote.setValidUntil(today.plusDays(USUAL_DAYS));
        quote.setOwnerId(viewer.personId());
        if (customerId != null) {
            quote.setCustomerId(customerId);
        }
        if (opportunityId != null) {
            begin(quote, opportunities.page(viewer, opportunityId));
        }
        return quote;
    }

    /** What an opportunity is about is what is offered at first. */
    private static void begin(SaveQuote quote, org.triviumcrm.sales.opportunity.OpportunityPage opportunity) {
        quote.setOpportunityId(opportunity.id());
        quote.setName(opportunity.name());
        quote.setCurrency(opportunity.currency());
        quote.setContactId(opportunity.contactId());
        Long customer = opportunity.customerId();
        if (customer != null) {
            quote.setCustomerId(customer);
        }
        Long product = opportunity.productId();
        if (product != null) {
            SaveQuoteLine line = new SaveQuoteLine();
            line.setProductId(product);
            line.setQuantity(BigDecimal.ONE);
            quote.getLines().add(line);
        }
    }

    /** What the form offers beside what stands in it. */
    void fill(Viewer viewer, Model model, long id, SaveQuote said) {
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
                "names", pages.names(viewer, id, said.getCustomerId(), said.getOpportunityId(), said.getContactId()));
        Long owner = said.getOwnerId();
        model.addAttribute(
                "ownerName",
                owner == null ? null : people.find(owner).map(PersonRef::name).orElse(null));
    }
}

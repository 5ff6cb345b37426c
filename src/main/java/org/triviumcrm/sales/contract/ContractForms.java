package org.triviumcrm.sales.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperForms;
import org.triviumcrm.shared.web.Option;

/** What the form of a contract begins with, and what it offers that those of other papers do not. */
@Component
class ContractForms {

    private final PaperForms forms;
    private final MessageSource messages;
    private final Companies companies;
    private final People people;
    private final Clock clock;

    ContractForms(PaperForms forms, MessageSource messages, Companies companies, People people, Clock clock) {
        this.forms = forms;
        this.messages = messages;
        this.companies = companies;
        this.people = people;
        this.clock = clock;
    }

    /** A new one of the viewer's, for a year from today on, for an opportunity or a customer or for nobody yet. */
    SaveContract blank(Viewer viewer, Locale locale, @Nullable Long opportunityId, @Nullable Long customerId) {
        SaveContract contract = new SaveContract();
        contract.setDatedOn(today());
        contract.setStartsOn(today());
        contract.setEndsOn(today().plusYears(1).minusDays(1));
        contract.setSignatoryId(viewer.personId());
        forms.begin(contract, viewer, locale, opportunityId, customerId);
        return contract;
    }

    /** What the form offers beside what all papers do. */
    void fill(Model model, SaveContract said) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute(
                "renewals",
                java.util.Arrays.stream(Renewal.values())
                        .map(one -> new Option(
                                one.name(), messages.getMessage("sales.contract.renewal." + one, null, locale)))
                        .toList());
        model.addAttribute("signatoryName", name(said.getSignatoryId()));
    }

    @Nullable
    String name(@Nullable Long person) {
        return person == null ? null : people.find(person).map(PersonRef::name).orElse(null);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }
}

package org.triviumcrm.sales.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperForms;
import org.triviumcrm.shared.web.Option;

/** What the form of a quote begins with. */
@Component
class QuoteForms {

    private static final int USUAL_DAYS = 30;

    private final PaperForms forms;
    private final QuoteTemplates templates;
    private final Companies companies;
    private final Clock clock;

    QuoteForms(PaperForms forms, QuoteTemplates templates, Companies companies, Clock clock) {
        this.forms = forms;
        this.templates = templates;
        this.companies = companies;
        this.clock = clock;
    }

    /** What one can begin with. */
    List<Option> templates() {
        return templates.offered();
    }

    /** A new one of the viewer's, of today, for an opportunity or a customer or for nobody yet, as a template says if there is one. */
    SaveQuote blank(
            Viewer viewer,
            Locale locale,
            @Nullable Long opportunityId,
            @Nullable Long customerId,
            @Nullable Long templateId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.zone());
        SaveQuote quote = new SaveQuote();
        quote.setQuotedOn(today);
        quote.setValidUntil(today.plusDays(USUAL_DAYS));
        forms.begin(quote, viewer, locale, opportunityId, customerId);
        if (templateId != null) {
            templates.begin(templateId, quote);
        }
        return quote;
    }
}

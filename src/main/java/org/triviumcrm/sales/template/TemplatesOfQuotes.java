package org.triviumcrm.sales.template;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.sales.line.PaperDays;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.sales.line.SaveLine;
import org.triviumcrm.sales.line.WholeDiscount;
import org.triviumcrm.sales.quote.QuoteTemplates;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Begins quotes with what their template says. */
@Component
class TemplatesOfQuotes implements QuoteTemplates {

    private final QuoteTemplateRepository templates;
    private final PaperLineRepository lines;

    TemplatesOfQuotes(QuoteTemplateRepository templates, PaperLineRepository lines) {
        this.templates = templates;
        this.lines = lines;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Option> offered() {
        return templates.findByActiveTrueOrderByNameAsc().stream()
                .map(one -> new Option(one.getId(), one.getName()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public void begin(long id, SaveQuote quote) {
        QuoteTemplate template =
                templates.findById(id).filter(QuoteTemplate::isActive).orElseThrow(NotFound::new);
        quote.setLanguage(template.getLanguage());
        quote.setValidUntil(PaperDays.end(quote.getQuotedOn(), template.getValidDays()));
        quote.setIntroduction(template.getIntroduction());
        quote.setTerms(template.getTerms());
        String currency = template.getCurrency();
        if (currency == null) {
            return;
        }
        if (quote.getOpportunityId() == null) {
            quote.setCurrency(currency);
        }
        boolean same = currency.equals(quote.getCurrency());
        quote.setGross(template.isGross());
        if (template.getDiscountValue().signum() > 0
                && (same || template.getDiscountKind() == WholeDiscount.Kind.PERCENT)) {
            quote.setDiscountKind(template.getDiscountKind());
            quote.setDiscountValue(PaperLine.plain(template.getDiscountValue()));
        }
        quote.getLines().clear();
        lines.of(PaperKind.QUOTE_TEMPLATE, id).forEach(line -> quote.getLines().add(begun(line, same)));
    }

    /** Products have the price of the day; what is none has the one it was kept with, as far as that is one in this currency. */
    private static SaveLine begun(PaperLine line, boolean sameCurrency) {
        SaveLine begun = line.toInput();
        if (line.productId() != null || !sameCurrency) {
            begun.setPrice(null);
        }
        return begun;
    }
}

package org.triviumcrm.sales.template;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.sales.quote.QuotePage;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.sales.release.QuoteStep;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What quotes can begin with. */
@Service
public class QuoteTemplateService {

    private final QuoteTemplateRepository templates;
    private final PaperLineRepository lines;
    private final QuoteService quotes;
    private final QuoteFactsRepository facts;
    private final QuoteExits exits;
    private final Clock clock;

    QuoteTemplateService(
            QuoteTemplateRepository templates,
            PaperLineRepository lines,
            QuoteService quotes,
            QuoteFactsRepository facts,
            QuoteExits exits,
            Clock clock) {
        this.templates = templates;
        this.lines = lines;
        this.quotes = quotes;
        this.facts = facts;
        this.exits = exits;
        this.clock = clock;
    }

    @CanManageQuoteTemplates
    @Transactional(readOnly = true)
    List<QuoteTemplate> all(Viewer viewer) {
        return templates.findByOrderByNameAsc();
    }

    @CanManageQuoteTemplates
    @Transactional(readOnly = true)
    QuoteTemplate find(Viewer viewer, long id) {
        return templates.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageQuoteTemplates
    @Transactional(readOnly = true)
    List<PaperLine> lines(Viewer viewer, long id) {
        return lines.of(PaperKind.QUOTE_TEMPLATE, id);
    }

    @CanManageQuoteTemplates
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return templates
                .findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    @CanManageQuoteTemplates
    @Transactional
    void create(Viewer viewer, SaveQuoteTemplate input) {
        templates.save(new QuoteTemplate(input, clock));
    }

    @CanManageQuoteTemplates
    @Transactional
    void update(Viewer viewer, long id, SaveQuoteTemplate input) {
        QuoteTemplate template = find(viewer, id);
        EditConflict.refuseStale(QuoteTemplate.class, id, input.version(), template.getVersion());
        template.change(input, clock);
    }

    /** Its lines go with it; quotes that have begun with it stay as they are. */
    @CanManageQuoteTemplates
    @Transactional
    void delete(Viewer viewer, long id) {
        templates.delete(find(viewer, id));
    }

    /**
     * Keeps what a quote says and offers, without the customer: a copy as any other.
     *
     * @param name of a new template; null where another one gives way to it
     * @param templateId the one that gives way, and keeps its name; null for a new one
     * @return the template
     * @throws org.triviumcrm.approval.UnderApproval while a case about the quote is open
     */
    @CanManageQuoteTemplates
    @Transactional
    long keep(Viewer viewer, long quoteId, @Nullable String name, @Nullable Long templateId) {
        QuotePage quote = quotes.page(viewer, quoteId);
        exits.open(QuoteStep.DUPLICATE, facts.find(quoteId).orElseThrow(NotFound::new));
        QuoteTemplate before = templateId == null ? null : find(viewer, templateId);
        SaveQuoteTemplate input = new SaveQuoteTemplate(
                before == null ? String.valueOf(name) : before.getName(),
                quote.language(),
                (int) Math.max(1, Math.min(SaveQuoteTemplate.MOST_DAYS, quote.daysValid())),
                quote.introduction(),
                quote.terms(),
                true,
                null);
        QuoteTemplate template = before == null ? new QuoteTemplate(input, clock) : before;
        template.change(input, clock);
        template.take(quote, clock);
        templates.saveAndFlush(template);
        lines.replace(PaperKind.QUOTE_TEMPLATE, template.getId(), quotes.lines(viewer, quote));
        return template.getId();
    }
}

package org.triviumcrm.sales.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperDifference;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.shared.format.Format;

/** What the versions of a quote say otherwise than those before them. */
@Service
public class QuoteDifferenceService {

    private final QuoteService quotes;
    private final PaperLineRepository lines;
    private final Format format;
    private final MessageSource messages;

    QuoteDifferenceService(QuoteService quotes, PaperLineRepository lines, Format format, MessageSource messages) {
        this.messages = messages;
        this.quotes = quotes;
        this.lines = lines;
        this.format = format;
    }

    /** Empty for a first version. @throws NotFound when the viewer does not see both */
    @CanViewQuotes
    @Transactional(readOnly = true)
    public Optional<PaperDifference<QuotePage>> toEarlier(Viewer viewer, long id) {
        QuotePage after = quotes.page(viewer, id);
        return quotes.versions(viewer, after).stream()
                .filter(version -> version.revision() < after.revision())
                .findFirst()
                .map(QuoteVersion::id)
                .map(earlier -> {
                    QuotePage before = quotes.page(viewer, earlier);
                    return new PaperDifference<>(
                            before,
                            facts(before, after),
                            PaperDifference.compare(lines.of(PaperKind.QUOTE, earlier), lines.of(PaperKind.QUOTE, id)));
                });
    }

    private List<PaperDifference.Fact> facts(QuotePage before, QuotePage after) {
        List<PaperDifference.Fact> facts = new ArrayList<>();
        add(facts, "name", before.name(), after.name());
        add(facts, "customer", before.customer(), after.customer());
        add(facts, "contact", before.contact(), after.contact());
        add(facts, "quotedOn", format.date(before.quotedOn()), format.date(after.quotedOn()));
        add(facts, "validUntil", format.date(before.validUntil()), format.date(after.validUntil()));
        add(
                facts,
                "language",
                said("sales.quote.language.", before.language()),
                said("sales.quote.language.", after.language()));
        add(facts, "currency", before.currency(), after.currency());
        add(facts, "gross", said("sales.price.gross.", before.gross()), said("sales.price.gross.", after.gross()));
        add(
                facts,
                "discountPercent",
                format.percent(before.discountPercent()),
                format.percent(after.discountPercent()));
        add(facts, "net", format.money(before.net(), before.currency()), format.money(after.net(), after.currency()));
        add(
                facts,
                "total",
                format.money(before.total(), before.currency()),
                format.money(after.total(), after.currency()));
        add(facts, "introduction", before.introduction(), after.introduction());
        add(facts, "terms", before.terms(), after.terms());
        return facts;
    }

    private String said(String key, Object value) {
        return messages.getMessage(key + value, null, LocaleContextHolder.getLocale());
    }

    private static void add(
            List<PaperDifference.Fact> facts, String label, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            facts.add(new PaperDifference.Fact("sales.quote." + label, before, after));
        }
    }
}

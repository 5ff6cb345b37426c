package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.Snapshot.Kind;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.sales.release.QuoteFacts;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.shared.web.NotFound;

/** What approvers see of a quote: what it offers, at what discount, and what is earned by it. */
@Component
class QuoteSnapshots {

    private final QuotePageRepository pages;
    private final PaperLineRepository lines;
    private final QuoteFactsRepository facts;

    QuoteSnapshots(QuotePageRepository pages, PaperLineRepository lines, QuoteFactsRepository facts) {
        this.pages = pages;
        this.lines = lines;
        this.facts = facts;
    }

    Snapshot of(long id) {
        QuotePage page = pages.find(Viewer.job("sales.log.approval"), id).orElseThrow(NotFound::new);
        List<PaperLine> offered = lines.of(PaperKind.QUOTE, id);
        List<Snapshot.Line> facts = new ArrayList<>();
        add(facts, Kind.TEXT, "number", page.label());
        add(facts, Kind.TEXT, "name", page.name());
        add(facts, Kind.TEXT, "customer", page.customer());
        add(facts, Kind.TEXT, "opportunity", page.opportunity());
        add(facts, Kind.MONEY, "net", Snapshot.money(page.net(), page.currency()));
        add(facts, Kind.MONEY, "total", Snapshot.money(page.total(), page.currency()));
        add(facts, Kind.TEXT, "discountPercent", percent(page.discountPercent()));
        add(facts, Kind.DATE, "validUntil", Snapshot.date(page.validUntil()));
        add(facts, Kind.TEXT, "lines", spelled(offered, PaperLine::counts));
        if (offered.stream().anyMatch(PaperLine::optional)) {
            addOptions(facts, offered, this.facts.find(id).orElseThrow(NotFound::new));
        }
        add(facts, Kind.TEXT, "terms", page.terms());
        add(facts, Kind.TEXT, "owner", page.owner());
        return new Snapshot(facts);
    }

    private static void add(List<Snapshot.Line> facts, Kind kind, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Snapshot.Line("sales.quote." + label, null, value, false, kind));
        }
    }

    private static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.stripTrailingZeros().toPlainString() + " %";
    }

    /** What may be chosen beside it, or instead, and what that can make of the whole. */
    private static void addOptions(List<Snapshot.Line> facts, List<PaperLine> offered, QuoteFacts worst) {
        add(facts, Kind.TEXT, "optionsChosen", spelled(offered, line -> line.optional() && line.chosen()));
        add(facts, Kind.TEXT, "optionsOpen", spelled(offered, line -> line.optional() && !line.chosen()));
        add(facts, Kind.TEXT, "mostDiscount", percent(worst.discountPercent()));
        add(facts, Kind.MONEY, "mostNet", Snapshot.money(worst.mostNet(), worst.currency()));
    }

    private static String spelled(List<PaperLine> lines, Predicate<PaperLine> which) {
        return lines.stream().filter(which).map(QuoteSnapshots::spelled).collect(Collectors.joining("; "));
    }

    private static String spelled(PaperLine line) {
        String discount = line.discount().signum() == 0 ? "" : " -" + percent(line.discount());
        return plain(line.quantity()) + " × " + line.words() + " " + plain(line.price()) + discount;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}

package org.triviumcrm.sales.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.approval.Snapshot.Kind;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.shared.web.NotFound;

/** What approvers see of a contract: what is agreed, at what discount, and what is earned by it. */
@Component
class ContractSnapshots {

    private final ContractPageRepository pages;
    private final PaperLineRepository lines;

    ContractSnapshots(ContractPageRepository pages, PaperLineRepository lines) {
        this.pages = pages;
        this.lines = lines;
    }

    Snapshot of(long id) {
        ContractPage page = pages.find(Viewer.job("sales.log.approval"), id).orElseThrow(NotFound::new);
        List<Snapshot.Line> facts = new ArrayList<>();
        add(facts, Kind.TEXT, "number", page.label());
        add(facts, Kind.TEXT, "name", page.name());
        add(facts, Kind.TEXT, "customer", page.customer());
        add(facts, Kind.TEXT, "opportunity", page.opportunity());
        add(facts, Kind.MONEY, "net", Snapshot.money(page.net(), page.currency()));
        add(facts, Kind.MONEY, "total", Snapshot.money(page.total(), page.currency()));
        add(facts, Kind.TEXT, "discountPercent", percent(page.discountPercent()));
        addOwn(facts, Kind.DATE, "startsOn", Snapshot.date(page.period().startsOn()));
        LocalDate end = page.period().endsOn();
        addOwn(facts, Kind.DATE, "endsOn", end == null ? null : Snapshot.date(end));
        LocalDate effect = page.period().effectiveOn();
        addOwn(facts, Kind.DATE, "effectiveOn", effect == null ? null : Snapshot.date(effect));
        addOwn(facts, Kind.TEXT, "theirSignatory", page.signature().theirSignatory());
        add(facts, Kind.TEXT, "lines", spelled(lines.of(PaperKind.CONTRACT, id)));
        add(facts, Kind.TEXT, "terms", page.terms());
        add(facts, Kind.TEXT, "owner", page.owner());
        return new Snapshot(facts);
    }

    private static void addOwn(List<Snapshot.Line> facts, Kind kind, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Snapshot.Line("sales.contract." + label, null, value, false, kind));
        }
    }

    private static void add(List<Snapshot.Line> facts, Kind kind, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Snapshot.Line("sales.quote." + label, null, value, false, kind));
        }
    }

    private static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.stripTrailingZeros().toPlainString() + " %";
    }

    private static String spelled(List<PaperLine> lines) {
        return lines.stream()
                .filter(PaperLine::counts)
                .map(ContractSnapshots::spelled)
                .collect(Collectors.joining("; "));
    }

    private static String spelled(PaperLine line) {
        String discount = line.discount().signum() == 0 ? "" : " -" + percent(line.discount());
        return plain(line.quantity()) + " × " + line.words() + " " + plain(line.price()) + discount;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}

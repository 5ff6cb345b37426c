package org.triviumcrm.sales.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** What amendments say otherwise than what held before them. */
@Service
public class ContractDifferenceService {

    private final ContractService contracts;
    private final PaperLineRepository lines;
    private final Format format;
    private final MessageSource messages;

    ContractDifferenceService(
            ContractService contracts, PaperLineRepository lines, Format format, MessageSource messages) {
        this.contracts = contracts;
        this.lines = lines;
        this.format = format;
        this.messages = messages;
    }

    /** Empty for a contract of its own. @throws NotFound when the viewer does not see both */
    @CanViewContracts
    @Transactional(readOnly = true)
    public Optional<PaperDifference<ContractPage>> toEarlier(Viewer viewer, long id) {
        ContractPage after = contracts.page(viewer, id);
        return contracts.papers(viewer, after).stream()
                .filter(version -> version.revision() < after.revision())
                .findFirst()
                .map(ContractPaper::id)
                .map(earlier -> {
                    ContractPage before = contracts.page(viewer, earlier);
                    return new PaperDifference<>(
                            before,
                            facts(before, after),
                            PaperDifference.compare(
                                    lines.of(PaperKind.CONTRACT, earlier), lines.of(PaperKind.CONTRACT, id)));
                });
    }

    private List<PaperDifference.Fact> facts(ContractPage before, ContractPage after) {
        List<PaperDifference.Fact> facts = new ArrayList<>();
        ContractPage.Period was = before.period();
        ContractPage.Period is = after.period();
        ContractPage.Signature signed = before.signature();
        ContractPage.Signature signs = after.signature();
        add(facts, "name", before.name(), after.name());
        add(facts, "customer", before.customer(), after.customer());
        add(facts, "contact", before.contact(), after.contact());
        addOwn(facts, "datedOn", format.date(before.datedOn()), format.date(after.datedOn()));
        addOwn(facts, "startsOn", format.date(was.startsOn()), format.date(is.startsOn()));
        addOwn(facts, "endsOn", date(was.endsOn()), date(is.endsOn()));
        addOwn(facts, "noticeDays", spelled(was.noticeDays()), spelled(is.noticeDays()));
        addOwn(facts, "renewal", renewal(was), renewal(is));
        addOwn(facts, "effectiveOn", date(was.effectiveOn()), date(is.effectiveOn()));
        addOwn(facts, "signatory", signed.signatory(), signs.signatory());
        addOwn(facts, "theirSignatory", signed.theirSignatory(), signs.theirSignatory());
        addOwn(facts, "theirRole", signed.theirRole(), signs.theirRole());
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

    private @Nullable String date(@Nullable LocalDate day) {
        return day == null ? null : format.date(day);
    }

    private static @Nullable String spelled(@Nullable Integer number) {
        return number == null ? null : String.valueOf(number);
    }

    private String renewal(ContractPage.Period period) {
        Integer months = period.renewalMonths();
        Locale locale = LocaleContextHolder.getLocale();
        String renewal = messages.getMessage("sales.contract.renewal." + period.renewal(), null, locale);
        return months == null
                ? renewal
                : renewal + ", " + messages.getMessage("sales.contract.months", new Object[] {months}, locale);
    }

    private String said(String key, Object value) {
        return messages.getMessage(key + value, null, LocaleContextHolder.getLocale());
    }

    private static void addOwn(
            List<PaperDifference.Fact> facts, String label, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            facts.add(new PaperDifference.Fact("sales.contract." + label, before, after));
        }
    }

    private static void add(
            List<PaperDifference.Fact> facts, String label, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            facts.add(new PaperDifference.Fact("sales.quote." + label, before, after));
        }
    }
}

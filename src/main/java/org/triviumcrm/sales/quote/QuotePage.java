package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperSums;
import org.triviumcrm.sales.line.WholeDiscount;
import org.triviumcrm.sales.release.QuoteState;
import org.triviumcrm.sales.release.QuoteStep;
import org.triviumcrm.shared.money.Rounding;

/**
 * What the page of a quote shows, names included.
 *
 * @param number without the version
 * @param latest the newest version of it
 * @param net in its currency, as the other sums; {@code baseNet} in the company's
 * @param contractId what it has become
 * @param margin null when nobody knows what its lines cost
 */
public record QuotePage(
        long id,
        String number,
        int revision,
        long rootId,
        int latest,
        String name,
        @Nullable Long opportunityId,
        @Nullable String opportunity,
        long customerId,
        String customer,
        @Nullable String customerAddress,
        @Nullable Long contactId,
        @Nullable String contact,
        @Nullable String contactEmail,
        String language,
        String currency,
        @Nullable Long priceListId,
        @Nullable String priceList,
        boolean gross,
        LocalDate quotedOn,
        LocalDate validUntil,
        WholeDiscount.Kind discountKind,
        BigDecimal discountValue,
        @Nullable String introduction,
        @Nullable String terms,
        @Nullable String note,
        QuoteState state,
        Instant stateSince,
        BigDecimal discountPercent,
        BigDecimal net,
        BigDecimal total,
        @Nullable BigDecimal marginPercent,
        BigDecimal baseNet,
        @Nullable Long contractId,
        @Nullable Long approvalCaseId,
        long ownerId,
        String owner,
        @Nullable String ownerEmail,
        @Nullable String team,
        Instant createdAt,
        int version) {

    /** As people say it: the number, and the version from the second on. */
    public String label() {
        return revision == 1 ? number : number + "/" + revision;
    }

    /** How many days it is valid. */
    public long daysValid() {
        return ChronoUnit.DAYS.between(quotedOn, validUntil);
    }

    /** Whether a case about it runs, so that nothing about it changes. */
    public boolean isLocked() {
        return approvalCaseId != null;
    }

    public boolean isDraft() {
        return state == QuoteState.DRAFT;
    }

    /** Whether its state allows it, an approval apart. */
    public boolean offers(String step) {
        return QuoteStep.valueOf(step).isOffered(state);
    }

    /** What it comes to, by its lines. */
    PaperSums sums(List<PaperLine> lines) {
        return PaperSums.of(
                        lines.stream().map(PaperLine::toSum).toList(),
                        new WholeDiscount(discountKind, discountValue),
                        gross,
                        Rounding.of(currency))
                .withTotal(Rounding.of(currency).round(total));
    }

    /** As it is typed. */
    SaveQuote toInput(List<PaperLine> lines) {
        SaveQuote input = new SaveQuote();
        input.setName(name);
        input.setOpportunityId(opportunityId);
        input.setCustomerId(customerId);
        input.setContactId(contactId);
        input.setLanguage(language);
        input.setCurrency(currency);
        input.setPriceListId(priceListId);
        input.setGross(gross);
        input.setQuotedOn(quotedOn);
        input.setValidUntil(validUntil);
        input.setDiscountKind(discountKind);
        input.setDiscountValue(discountValue.signum() == 0 ? null : PaperLine.plain(discountValue));
        input.setIntroduction(introduction);
        input.setTerms(terms);
        input.setNote(note);
        input.setOwnerId(ownerId);
        input.setVersion(version);
        lines.forEach(line -> input.getLines().add(line.toInput()));
        return input;
    }
}
